import { and, count, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from '../as-at.server';
import { passesAsAt } from '../passes.server';
import { staffAsAt } from '../rows.server';
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

/** Whole completions of all modules by month (`2026-03`), of whoever has left since too. One query. */
export function completionsByMonth(db: Db, school: string, size: number): Map<string, number> {
  const month = sql<string>`substr(${trainingRow.completedOn}, 1, 7)`;
  const rows = db
    .select({ month, n: count() })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        stoodAt(trainingRow, size),
        isNull(trainingRow.session),
        eq(trainingRow.status, 'current'),
        ne(trainingRow.cpdType, 'refresher'),
        isNotNull(trainingRow.completedOn),
      ),
    )
    .groupBy(month)
    .all();
  return new Map(rows.map((row) => [row.month, row.n]));
}
