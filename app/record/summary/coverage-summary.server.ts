import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from '../as-at.server';
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
  const passes = db
    .select({
      personId: trainingRow.personId,
      module: trainingRow.module,
      moduleTitle: trainingRow.moduleTitle,
      status: trainingRow.status,
      version: trainingRow.version,
      cpdType: trainingRow.cpdType,
      dueOn: trainingRow.dueOn,
      completedOn: trainingRow.completedOn,
    })
    .from(trainingRow)
    .where(
      and(eq(trainingRow.school, school), isNull(trainingRow.session), stoodAt(trainingRow, size)),
    )
    .all();
  return coverageRows(staffAsAt(db, school, size, { on: date }), passes, topics, date);
}
