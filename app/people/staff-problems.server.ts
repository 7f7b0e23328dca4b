import type { Db, Tx } from '~db/client.server';
import { PeopleError } from './errors';
import { type StaffDetails, signInProblems, tidySignIn } from './staff-details';
import { staffRow, takenProblems } from './staff-rows.server';

type Checked = Pick<StaffDetails, 'email' | 'staffNumber' | 'startDate'>;

/**
 * All that keeps these details off the staff list, so that a form can say it at once. `personId` is theirs when they are
 * on it already. @throws PeopleError `not-here` when that is nobody at this school.
 */
export function staffProblems(
  db: Db | Tx,
  schoolId: string,
  given: Checked,
  personId?: string,
): PeopleError[] {
  const leaveDate = personId === undefined ? null : staffRow(db, schoolId, personId).leaveDate;
  const signIn = tidySignIn(given);
  const problems = [...signInProblems(signIn), ...takenProblems(db, schoolId, signIn, personId)];
  if (leaveDate && given.startDate > leaveDate) {
    problems.push(
      new PeopleError('bad-date', 'The first day cannot be after the last day.', 'startDate'),
    );
  }
  return problems;
}

/** @throws PeopleError the first of the problems, when there is any. */
export function refuseProblems(problems: PeopleError[]): void {
  const [first] = problems;
  if (first) throw first;
}
