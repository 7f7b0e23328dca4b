import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { cohortMember, person } from '~db/schema';
import { TogetherError } from './errors';

/**
 * A day on which nobody of those it is meant for was on the staff is a slip: nobody could be put down for it. A cohort
 * that nobody is in yet is taken as the whole staff.
 * @throws TogetherError `bad-date`
 */
export function refuseNobodyThen(
  tx: Tx,
  schoolId: string,
  cohortId: string | null,
  day: string,
): void {
  const onStaff = and(
    eq(person.schoolId, schoolId),
    lte(person.startDate, day),
    or(isNull(person.leaveDate), gte(person.leaveDate, day)),
  );
  const members = tx
    .select({ id: cohortMember.personId })
    .from(cohortMember)
    .where(eq(cohortMember.cohortId, cohortId ?? ''));
  const ofCohort = members.get() !== undefined;
  const then = tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(cohortMember, eq(cohortMember.personId, person.id))
    .where(and(onStaff, eq(cohortMember.cohortId, cohortId ?? '')));
  const anybody = tx.select({ id: person.id }).from(person).where(onStaff);
  if ((ofCohort ? then : anybody).get()) return;
  const whom = ofCohort ? 'Nobody in that cohort' : 'Nobody';
  const words = `${whom} was on your staff list that day. Choose the day it takes place.`;
  throw new TogetherError('bad-date', words, 'heldOn');
}
