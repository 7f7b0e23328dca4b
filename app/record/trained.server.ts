import { and, eq, gte, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { trainingRow } from '~db/schema/record';

/**
 * Who has started or completed a module on a civil date or after it, or was put down since then for a session, whenever
 * that was; and nothing about which or how.
 */
export function trainedSince(db: Db | Tx, school: string, date: string): Set<string> {
  const rows = db
    .selectDistinct({ personId: trainingRow.personId })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        isNull(trainingRow.toSeq),
        or(
          gte(trainingRow.startedOn, date),
          gte(trainingRow.completedOn, date),
          and(isNotNull(trainingRow.session), gte(trainingRow.recordedOn, date)),
        ),
      ),
    )
    .all();
  return new Set(rows.map(({ personId }) => personId));
}
