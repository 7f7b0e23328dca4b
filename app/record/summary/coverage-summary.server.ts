import { and, asc, count, countDistinct, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { certificateRow, trainingRow } from '~db/schema/record';
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

/** A version of a module that somebody on the record completed, as its newest event told it. */
export interface CompletedVersion {
  module: string;
  title: string;
  version: number;
  minutes: number;
  outcomes: string[];
  people: number;
}

/** What was completed, by module and version: what each covered, and by how many. One query. */
export function completedVersions(db: Db, school: string, size: number): CompletedVersion[] {
  const rows = db
    .select({
      module: certificateRow.module,
      title: certificateRow.moduleTitle,
      version: certificateRow.version,
      minutes: certificateRow.minutes,
      outcomes: certificateRow.outcomes,
      people: countDistinct(certificateRow.personId),
    })
    .from(certificateRow)
    .where(
      and(
        eq(certificateRow.school, school),
        stoodAt(certificateRow, size),
        isNull(certificateRow.refreshes),
        ne(certificateRow.status, 'withdrawn'),
      ),
    )
    .groupBy(certificateRow.module, certificateRow.version)
    .orderBy(asc(certificateRow.moduleTitle), asc(certificateRow.version))
    .all();
  return rows;
}
