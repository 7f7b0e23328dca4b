import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { certificateRow, event } from '~db/schema/record';
import { londonDate } from './london-date';

/** A completion that was withdrawn and put back, and stands. */
export interface PutBack {
  /** Id of the event that put it back. */
  entry: string;
  completionId: string;
  module: string;
  moduleTitle: string;
  /** Of its certificate, the same as ever. */
  code: string;
  /** Civil dates. */
  completedOn: string;
  withdrawnOn: string | null;
  putBackOn: string;
  /** Why it was withdrawn: one of `withdrawalReasons`, or what a later version wrote. */
  withdrawnFor: string | null;
  /** Why it stands after all: one of `puttingBackReasons`, or what a later version wrote. */
  reason: string | null;
  /** Who put it back, while there is a name. */
  by: string | null;
}

/**
 * What one person had completed, was withdrawn and put back, the one put back last first: of each completion the last
 * time, and nothing that does not stand now. One query.
 */
export function putBacksOf(db: Db, school: string, personId: string): PutBack[] {
  const detail = (name: string) =>
    sql<
      string | null
    >`(select d.value ->> '$' from event_detail d where d.event_id = ${event.id} and d.name = ${name})`;
  const rows = db
    .select({
      row: certificateRow,
      entry: event.id,
      verb: event.verb,
      at: event.at,
      reason: detail('reason'),
      by: sql<string | null>`(
        select s.name from staff_row s
        where s.school = ${certificateRow.school} and s.person_id = ${detail('actor')} and s.to_seq is null)`,
    })
    .from(certificateRow)
    .innerJoin(
      event,
      and(eq(event.school, certificateRow.school), eq(event.seq, certificateRow.fromSeq)),
    )
    .where(
      and(
        eq(certificateRow.school, school),
        eq(certificateRow.personId, personId),
        inArray(event.verb, ['withdrawn', 'put back']),
      ),
    )
    .orderBy(asc(certificateRow.fromSeq))
    .all();
  const last = new Map(rows.map((found) => [found.row.completionId, found]));
  return [...last.values()]
    .filter(({ verb }) => verb === 'put back')
    .sort((a, b) => b.row.fromSeq - a.row.fromSeq)
    .map(({ row, entry, at, reason, by }) => {
      const { completionId, module, moduleTitle, code, completedOn } = row;
      const withdrawn = rows.findLast(
        (one) => one.verb === 'withdrawn' && one.row.completionId === completionId,
      );
      return {
        ...{ entry, completionId, module, moduleTitle, code, completedOn, reason, by },
        withdrawnOn: withdrawn ? londonDate(withdrawn.at) : null,
        withdrawnFor: withdrawn?.reason ?? null,
        putBackOn: londonDate(at),
      };
    });
}
