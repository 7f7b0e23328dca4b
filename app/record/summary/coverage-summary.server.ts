import { and, count, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { staffRow, trainingRow } from '~db/schema/record';
import { linesWhere, onStaff } from '../line-filter.server';
import { passesAsAt } from '../passes.server';
import { samePerson, staffAsAt } from '../rows.server';
import { type CoverageRow, coverageRows } from './coverage-rows';

/**
 * How far the whole staff, each role group and each team had come on a civil date, as it was known at `size` events.
 * Two queries, however many people there are.
 * @param topics of each topic, the modules that cover it
 */
export function coverageSummary(
  db: Db,
  school: string,
  { date, size }: { date: string; size: number },
  topics: readonly (readonly string[])[],
): CoverageRow[] {
  const passes = passesAsAt(db, school, size);
  return coverageRows(staffAsAt(db, school, size, { on: date }), passes, topics, date);
}

/** Completions of one month. */
export interface MonthCompleted {
  /** `2026-03`. */
  month: string;
  n: number;
  /** Of them, by who was on the staff on the day asked about. */
  here: number;
}

/** Whole completions of all modules by month, of whoever has left by a civil date too. One query. */
export function completionsByMonth(
  db: Db,
  school: string,
  { date, size }: { date: string; size: number },
): MonthCompleted[] {
  const month = sql<string>`substr(${trainingRow.completedOn}, 1, 7)`;
  return db
    .select({ month, n: count(), here: sql<number>`sum(${onStaff(date)})` })
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(
      and(linesWhere(school, size, { completed: 'whole' }), isNotNull(trainingRow.completedOn)),
    )
    .groupBy(month)
    .all();
}
