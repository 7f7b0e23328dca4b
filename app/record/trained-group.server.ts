import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import { countLinesAndPeople, staffAsAt } from './rows.server';

/**
 * Of one role group on the staff on a day (civil date), how many had completed a module whole, as it was known at `size`
 * events. Two queries.
 */
export function trainedOfGroup(
  db: Db,
  school: string,
  { date, size, roleGroup }: { date: string; size: number; roleGroup: string },
): { staff: number; trained: number } {
  const of = { roleGroup, on: date };
  const { people } = countLinesAndPeople(db, school, size, { ...of, completed: 'whole' });
  return { staff: staffAsAt(db, school, size, of).length, trained: people };
}

/**
 * The months (`2026-03`) in which anybody completed a module, refreshers too and those who left since, as it was known at
 * `size` events. One query.
 */
export function monthsOfCompletions(db: Db, school: string, size: number): string[] {
  const month = sql<string>`substr(${trainingRow.completedOn}, 1, 7)`;
  return db
    .selectDistinct({ month })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        stoodAt(trainingRow, size),
        isNull(trainingRow.session),
        eq(trainingRow.status, 'current'),
        isNotNull(trainingRow.completedOn),
      ),
    )
    .orderBy(month)
    .all()
    .map((row) => row.month);
}
