import { and, eq, isNotNull, or } from 'drizzle-orm';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { NewEvent } from '~/record/vocabulary';
import type { Db, Tx } from '~db/client.server';
import { person } from '~db/schema';
import type { Actor } from './actor';
import { PeopleError } from './errors';
import { type StaffDetails, tidySignIn } from './staff-details';
import { wasNeverHere } from './staff-list/known';
import { staffRow } from './staff-rows.server';

/** What is to be put right about a last day: it was never one, it was another day, or they came back after it. */
export type LastDayChange =
  | { why: 'mistake' }
  | { why: 'wrong day'; day: string }
  | { why: 'came back'; day: string };

/**
 * Puts a recorded last day right, inside the caller's transaction. A mistake is a correction on the record, and the
 * service is unbroken; coming back is a second joining, and the days between stay days away.
 * @throws PeopleError `bad-date` when there is no last day to change, or the new day does not fit it.
 */
export function changeLastDay(
  tx: Tx,
  now: Date,
  actor: Actor,
  personId: string,
  change: LastDayChange,
): void {
  const { passwordHash, createdAt, joinedAt, id, schoolId, workingDays, ...before } = staffRow(
    tx,
    actor.schoolId,
    personId,
  );
  if (before.leaveDate === null) throw wrong('There is no last day to change.', 'why');
  const about = {
    school: actor.schoolId,
    object: personId,
    person: personId,
    actor: actor.personId,
    actorRole: actor.role,
  };
  if (change.why === 'came back') {
    if (change.day <= before.leaveDate && !wasNeverHere(before)) {
      throw wrong('Choose a day after their last day: they came back on it.', 'day');
    }
    const details = {
      ...before,
      startDate: change.day,
      leaveDate: null,
      ...(workingDays && { workingDays }),
    };
    tx.update(person)
      .set({ startDate: change.day, leaveDate: null })
      .where(eq(person.id, personId))
      .run();
    const back: NewEvent<'joined'> = {
      ...about,
      verb: 'joined',
      happenedOn: change.day,
      data: details,
    };
    append(tx, now, back);
    return;
  }
  const leaveDate = change.why === 'wrong day' ? change.day : null;
  if (leaveDate !== null && leaveDate < before.startDate) {
    throw wrong('The last day cannot be before the first day.', 'day');
  }
  if (leaveDate === before.leaveDate) return;
  tx.update(person).set({ leaveDate }).where(eq(person.id, personId)).run();
  const corrected: NewEvent<'leaving corrected'> = {
    ...about,
    verb: 'leaving corrected',
    happenedOn: londonDate(now),
    data: { leaveDate, reason: leaveDate === null ? 'recorded in error' : 'wrong date' },
  };
  append(tx, now, corrected);
}

const wrong = (words: string, field: string) => new PeopleError('bad-date', words, field);

/** Someone of this school with a last day who signs in with one of these: perhaps the one who is being added again. */
export function leaverWith(
  db: Db,
  schoolId: string,
  given: Pick<StaffDetails, 'email' | 'staffNumber'>,
): { id: string; name: string; startDate: string; leaveDate: string } | null {
  const { email, staffNumber } = tidySignIn(given);
  const same = [
    email ? eq(person.email, email) : undefined,
    staffNumber ? eq(person.staffNumber, staffNumber) : undefined,
  ].filter((one) => one !== undefined);
  if (same.length === 0) return null;
  const row = db
    .select({
      id: person.id,
      name: person.name,
      startDate: person.startDate,
      leaveDate: person.leaveDate,
    })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), isNotNull(person.leaveDate), or(...same)))
    .get();
  return row?.leaveDate ? { ...row, leaveDate: row.leaveDate } : null;
}
