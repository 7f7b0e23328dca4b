import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { addPerson, changeDetails } from '~/people/staff.server';
import type { StaffDetails } from '~/people/staff-details';
import { inTransaction } from '~db/client.server';
import { followRules } from './follow-rules.server';
import { countAgain } from './own-pace.server';

type House = Pick<Attune, 'db' | 'now' | 'course'>;

/** Puts someone on the staff list, and into every cohort whose rule they fit. Returns their id. */
export function addToStaff(attune: House, actor: Actor, details: StaffDetails): string {
  const { db, now, course } = attune;
  return inTransaction(db, (tx) => {
    const personId = addPerson(attune, actor, details);
    followRules(tx, now(), actor, course);
    return personId;
  });
}

/** Changes what the staff list says of someone; cohorts follow, and so do their own dates when their days have changed. */
export function changeStaff(
  attune: House,
  actor: Actor,
  personId: string,
  details: StaffDetails,
): void {
  const { db, now, course } = attune;
  inTransaction(db, (tx) => {
    changeDetails(attune, actor, personId, details);
    followRules(tx, now(), actor, course);
    countAgain(tx, now(), actor, course, [personId]);
  });
}
