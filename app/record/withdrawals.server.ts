import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from '~db/client.server';
import { certificateRow, event, staffRow, trainingRow } from '~db/schema/record';
import { londonDate } from './london-date';
import type { CertificateRow } from './row-types';

/** A completion of a module that does not stand any more. */
export interface Withdrawal {
  completionId: string;
  module: string;
  moduleTitle: string;
  /** Civil dates. */
  completedOn: string;
  withdrawnOn: string;
  /** One of `withdrawalReasons`, or what a later version wrote. */
  reason: string | null;
  /** Whether what was read on the way to it stayed theirs; null where nobody was asked. */
  read: 'stays' | 'goes' | null;
  /** Who withdrew it, while there is a name. */
  by: string | null;
  /** The module was completed anew since. */
  doneAnew: boolean;
  /** Another completion of the module stands, from before or since. */
  anotherStands: boolean;
}

/** Of which somebody is still to be told: of each module the newest, and nothing where a completion of it stands. */
export function stillToTell(withdrawals: readonly Withdrawal[]): Withdrawal[] {
  return withdrawals.filter(
    (one, n) =>
      !one.doneAnew &&
      !one.anotherStands &&
      withdrawals.findIndex(({ module }) => module === one.module) === n,
  );
}

/** What one person had completed and was withdrawn, as it stands now, the newest first. One query. */
export function withdrawalsOf(db: Db | Tx, school: string, personId: string): Withdrawal[] {
  const lead = alias(staffRow, 'lead');
  const detail = (name: string) =>
    sql<
      string | null
    >`(select d.value ->> '$' from event_detail d where d.event_id = ${trainingRow.recordId} and d.name = ${name})`;
  return db
    .select({
      completionId: sql<string>`${trainingRow.completionId}`,
      module: trainingRow.module,
      moduleTitle: trainingRow.moduleTitle,
      completedOn: sql<string>`${trainingRow.completedOn}`,
      withdrawnOn: trainingRow.recordedOn,
      reason: detail('reason'),
      read: sql<Withdrawal['read']>`${detail('read')}`,
      by: lead.name,
      doneAnew: sql<number>`exists (
        select 1 from training_row t join event e on e.id = t.completion_id
        where t.school = ${trainingRow.school} and t.person_id = ${trainingRow.personId} and t.module = ${trainingRow.module}
          and t.to_seq is null and t.status = 'current' and e.seq > ${trainingRow.fromSeq})`.mapWith(
        Boolean,
      ),
      // A refresher is withdrawn beside the whole that it refreshed.
      anotherStands: sql<number>`${trainingRow.cpdType} is not 'refresher' and exists (
        select 1 from training_row t
        where t.school = ${trainingRow.school} and t.person_id = ${trainingRow.personId} and t.module = ${trainingRow.module}
          and t.to_seq is null and t.status = 'current' and t.cpd_type is not 'refresher')`.mapWith(
        Boolean,
      ),
    })
    .from(trainingRow)
    .leftJoin(
      lead,
      and(
        eq(lead.school, trainingRow.school),
        eq(lead.personId, trainingRow.recordedBy),
        isNull(lead.toSeq),
      ),
    )
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.personId, personId),
        isNull(trainingRow.toSeq),
        isNull(trainingRow.session),
        isNotNull(trainingRow.completionId),
        eq(trainingRow.status, 'withdrawn'),
      ),
    )
    .orderBy(sql`${trainingRow.fromSeq} desc`)
    .all();
}

/** On which day somebody had started what they completed; null where the record does not say. */
export function startedOnOf(db: Db | Tx, school: string, completionId: string): string | null {
  return lineOf(db, school, completionId)?.startedOn ?? null;
}

const lineOf = (db: Db | Tx, school: string, completionId: string) =>
  db
    .select()
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.completionId, completionId),
        isNull(trainingRow.toSeq),
      ),
    )
    .get();

/**
 * The row of what was opened or asked for in place of a completion that was withdrawn, and is not completed: an
 * enrolment's id, or `assignment:person`. Null where there is none. What was there before stays out of it.
 */
export function openedInPlaceOf(db: Db | Tx, school: string, completionId: string): string | null {
  const gone = lineOf(db, school, completionId);
  if (!gone) return null;
  const { fromSeq, personId, module } = gone;
  const before = alias(trainingRow, 'before');
  const row = db
    .select({ rowId: trainingRow.rowId })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.personId, personId),
        eq(trainingRow.module, module),
        isNull(trainingRow.toSeq),
        sql`${trainingRow.status} in ('due', 'refresh due', 'in progress')`,
        sql`${trainingRow.cpdType} is not 'refresher'`,
        sql`not exists ${db
          .select({ one: sql`1` })
          .from(before)
          .where(
            and(
              eq(before.school, school),
              eq(before.rowId, trainingRow.rowId),
              lt(before.fromSeq, fromSeq),
              sql`(${before.toSeq} is null or ${before.toSeq} > ${fromSeq})`,
            ),
          )}`,
      ),
    )
    .get();
  return row?.rowId ?? null;
}

/** How a certificate stood before it was withdrawn, with what was corrected since. */
export function stoodBefore(
  db: Db | Tx,
  school: string,
  completionId: string,
): Exclude<CertificateRow['status'], 'withdrawn'> {
  const versions = db
    .select()
    .from(certificateRow)
    .where(and(eq(certificateRow.school, school), eq(certificateRow.completionId, completionId)))
    .orderBy(certificateRow.fromSeq)
    .all();
  const last = versions.at(-1);
  const before = versions.findLast(({ status }) => status !== 'withdrawn');
  const same =
    before?.completedOn === last?.completedOn && before?.together.length === last?.together.length;
  return before?.status === 'valid' && same ? 'valid' : 'corrected';
}

/** Civil dates on which a completion was last withdrawn, and last put back; null where it never was. */
export function whatBecameOf(
  db: Db,
  school: string,
  completionId: string,
): { withdrawnOn: string | null; putBackOn: string | null } {
  const rows = db
    .select({ verb: event.verb, at: event.at })
    .from(certificateRow)
    .innerJoin(
      event,
      and(eq(event.school, certificateRow.school), eq(event.seq, certificateRow.fromSeq)),
    )
    .where(and(eq(certificateRow.school, school), eq(certificateRow.completionId, completionId)))
    .orderBy(certificateRow.fromSeq)
    .all();
  const day = (verb: string) => {
    const found = rows.findLast((row) => row.verb === verb);
    return found ? londonDate(found.at) : null;
  };
  return { withdrawnOn: day('withdrawn'), putBackOn: day('put back') };
}
