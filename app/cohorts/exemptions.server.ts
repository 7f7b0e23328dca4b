import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { askedOf } from '~/record/asked-of.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { assignment, cohort, cohortMember, type ExemptionReason, exemption } from '~db/schema';
import { ask, recordNotAsked } from './asking.server';
import { CohortError } from './errors';
import type { AssignmentRow } from './own-dates.server';

/** The whole list. It holds nothing about anybody's health: who is away has leave, which is dates alone. */
export const exemptionReasons = [
  'trained elsewhere',
  'not part of the role',
  'short contract',
] as const satisfies readonly ExemptionReason[];

/** An assignment of one of a person's cohorts. */
export interface AskedOrExempt {
  assignmentId: string;
  module: string;
  cohort: string;
  /** Their own date; null when they are exempt. */
  dueOn: string | null;
  /** Null when they are asked. */
  reason: ExemptionReason | null;
}

/** What one person is asked through their cohorts, and what they are exempt from. Two queries. */
export function askedOrExempt(db: Db, schoolId: string, personId: string): AskedOrExempt[] {
  const due = new Map(askedOf(db, personId).map((one) => [one.assignment, one.dueOn]));
  const rows = db
    .select({
      assignmentId: assignment.id,
      module: assignment.module,
      cohort: cohort.name,
      reason: exemption.reason,
    })
    .from(cohortMember)
    .innerJoin(cohort, and(eq(cohort.id, cohortMember.cohortId), eq(cohort.schoolId, schoolId)))
    .innerJoin(assignment, and(eq(assignment.cohortId, cohort.id), isNull(assignment.withdrawnAt)))
    .leftJoin(
      exemption,
      and(eq(exemption.assignmentId, assignment.id), eq(exemption.personId, cohortMember.personId)),
    )
    .where(eq(cohortMember.personId, personId))
    .orderBy(asc(assignment.dueOn), asc(assignment.id))
    .all();
  return rows
    .map((row) => ({ ...row, dueOn: row.reason ? null : (due.get(row.assignmentId) ?? null) }))
    .filter(({ dueOn, reason }) => dueOn !== null || reason !== null);
}

/**
 * Exempts one person from one assignment that asks them; what they did stays theirs.
 * @throws CohortError `not-here` when it does not ask them
 */
export function exempt(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  {
    personId,
    assignmentId,
    reason,
  }: { personId: string; assignmentId: string; reason: ExemptionReason },
): void {
  inTransaction(db, (tx) => {
    staffRow(tx, actor.schoolId, personId);
    const row = assignmentHere(tx, actor.schoolId, assignmentId);
    if (!askedOf(tx, personId).some((one) => one.assignment === assignmentId)) {
      throw new CohortError('not-here', 'They are not asked for this.', '', 404);
    }
    tx.insert(exemption)
      .values({
        ...{ assignmentId, personId, schoolId: actor.schoolId, reason },
        ...{ givenBy: actor.personId, givenAt: now().getTime() },
      })
      .onConflictDoNothing()
      .run();
    recordNotAsked(tx, now(), actor, row, personId, reason);
  });
}

/** Takes an exemption back: they are asked again from today, with as long as the others had. */
export function takeBackExemption(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  { personId, assignmentId }: { personId: string; assignmentId: string },
): void {
  inTransaction(db, (tx) => {
    const { startDate } = staffRow(tx, actor.schoolId, personId);
    const row = assignmentHere(tx, actor.schoolId, assignmentId);
    const { changes } = tx
      .delete(exemption)
      .where(
        and(
          eq(exemption.schoolId, actor.schoolId),
          eq(exemption.assignmentId, assignmentId),
          eq(exemption.personId, personId),
        ),
      )
      .run();
    const member = tx
      .select({ id: cohortMember.personId })
      .from(cohortMember)
      .where(and(eq(cohortMember.cohortId, row.cohortId), eq(cohortMember.personId, personId)))
      .get();
    if (changes === 0 || !member || row.withdrawnAt !== null) return;
    ask(tx, now(), actor, course, row, [{ id: personId, startDate }]);
  });
}

function assignmentHere(tx: Tx, schoolId: string, assignmentId: string): AssignmentRow {
  const row = tx
    .select()
    .from(assignment)
    .where(and(eq(assignment.schoolId, schoolId), eq(assignment.id, assignmentId)))
    .get();
  if (!row) throw new CohortError('not-here', 'There is no such assignment.', '', 404);
  return row;
}
