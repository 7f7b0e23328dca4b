import { and, eq, inArray } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import { type Attendee, attendeesOf } from '~/record/sessions-attended.server';
import type { EventData } from '~/record/vocabulary';
import { inTransaction, type Tx } from '~db/client.server';
import { person, trainingSession } from '~db/schema';
import type { EnteredFrom } from '~db/schema/record';
import { forRecord, type SessionDetails, sessionKey } from './details';
import { TrainingError } from './errors';
import { readSession, refuseToCome } from './sessions.server';

type House = Pick<Attune, 'db' | 'now'>;

/**
 * Puts people on the record for a session that took place; those who are on it already stay as they are. Returns how
 * many came on.
 * @throws TrainingError `not-here` when anyone is not on the school's staff list; then nobody is put down.
 */
export function recordAttendance(
  { db, now }: House,
  actor: Actor,
  sessionId: string,
  personIds: string[],
): number {
  return inTransaction(db, (tx) => {
    const session = readSession(tx, actor.schoolId, sessionId);
    refuseStrangers(tx, actor.schoolId, personIds);
    const there = new Set(present(tx, actor, sessionId).map(({ personId }) => personId));
    const coming = [...new Set(personIds)].filter((id) => !there.has(id));
    for (const personId of coming) putDown(tx, now(), actor, { ...session, personId }, 'register');
    return coming.length;
  });
}

/** Inside a transaction: one person on the record for one session, whoever is there already. Returns the entry’s id. */
export function putDown(
  tx: Tx,
  now: Date,
  actor: Actor,
  { id, personId, ...details }: SessionDetails & { id: string; personId: string },
  enteredFrom: EnteredFrom,
): string {
  return append(tx, now, {
    ...by(actor),
    verb: 'session attended',
    object: id,
    person: personId,
    happenedOn: details.heldOn,
    data: { ...forRecord(details), enteredFrom },
  }).id;
}

/**
 * Takes people off a session again, with a reason; the entry that put them down stays readable. Returns how many.
 * @throws TrainingError `nobody` when none of them is on it.
 */
export function takeOff(
  { db, now }: House,
  actor: Actor,
  sessionId: string,
  personIds: string[],
  reason: EventData<'withdrawn'>['reason'],
): number {
  return inTransaction(db, (tx) => {
    readSession(tx, actor.schoolId, sessionId);
    const mistaken = present(tx, actor, sessionId).filter(({ personId }) =>
      personIds.includes(personId),
    );
    if (mistaken.length === 0) {
      throw new TrainingError('nobody', 'Tick whoever was not there.', 'mistaken');
    }
    for (const one of mistaken) withdraw(tx, now(), actor, one, reason);
    return mistaken.length;
  });
}

/** Inside a transaction: one entry is taken back, and stays readable. */
export function withdraw(
  tx: Tx,
  now: Date,
  actor: Actor,
  { attendance, personId }: Pick<Attendee, 'attendance' | 'personId'>,
  reason: EventData<'withdrawn'>['reason'],
): void {
  append(tx, now, {
    ...by(actor),
    verb: 'withdrawn',
    object: attendance,
    person: personId,
    happenedOn: londonDate(now),
    data: { reason },
  });
}

interface Correction {
  /** As the session was, for everyone on it. */
  details: SessionDetails;
  reason: EventData<'corrected'>['reason'];
}

/**
 * Puts right what a session was: on its own row and, by an event each, for everyone on the record for it. Whose day or
 * hours were put right alone keeps theirs where the session's own did not change. Returns how many people it touched.
 * @throws TrainingError `nothing-different`; `bad-date` for a day still to come.
 */
export function correctSession(
  { db, now }: House,
  actor: Actor,
  sessionId: string,
  { details, reason }: Correction,
): number {
  refuseToCome(details.heldOn, now());
  return inTransaction(db, (tx) => {
    const before = readSession(tx, actor.schoolId, sessionId);
    const same = sessionKey(before) === sessionKey(details) && before.title === details.title;
    if (same && before.provider === details.provider) throw nothingDifferent();
    const { title, kind, provider, heldOn, minutes } = details;
    tx.update(trainingSession)
      .set({ title, kind, provider, heldOn, minutes })
      .where(and(eq(trainingSession.schoolId, actor.schoolId), eq(trainingSession.id, sessionId)))
      .run();
    const there = present(tx, actor, sessionId);
    for (const one of there) {
      const own = {
        ...details,
        heldOn: before.heldOn === details.heldOn ? one.heldOn : details.heldOn,
        minutes: before.minutes === details.minutes ? one.minutes : details.minutes,
      };
      recordCorrection(tx, now(), actor, one, own, reason);
    }
    return there.length;
  });
}

/**
 * Puts right when and for how long one person was there: who left at lunchtime, say.
 * @throws TrainingError `nobody` when they are not on it; `nothing-different`; `bad-date`.
 */
export function correctAttendance(
  { db, now }: House,
  actor: Actor,
  sessionId: string,
  personId: string,
  {
    heldOn,
    minutes,
    reason,
  }: Pick<SessionDetails, 'heldOn' | 'minutes'> & Pick<Correction, 'reason'>,
): void {
  refuseToCome(heldOn, now());
  inTransaction(db, (tx) => {
    const session = readSession(tx, actor.schoolId, sessionId);
    const one = present(tx, actor, sessionId).find((there) => there.personId === personId);
    if (!one) throw new TrainingError('nobody', 'They are not on the record for it.', '', 404);
    if (one.heldOn === heldOn && one.minutes === minutes) throw nothingDifferent();
    recordCorrection(tx, now(), actor, one, { ...session, heldOn, minutes }, reason);
  });
}

/** The whole of what it is now said to have been, so that the line follows from this one entry. */
function recordCorrection(
  tx: Tx,
  now: Date,
  actor: Actor,
  { attendance, personId }: Attendee,
  details: SessionDetails,
  reason: Correction['reason'],
): void {
  append(tx, now, {
    ...by(actor),
    verb: 'corrected',
    object: attendance,
    person: personId,
    happenedOn: londonDate(now),
    data: { reason, completedOn: details.heldOn, ...forRecord(details) },
  });
}

const nothingDifferent = () =>
  new TrainingError('nothing-different', 'Nothing here is different yet, so nothing was recorded.');

const by = (actor: Actor) => ({
  school: actor.schoolId,
  actor: actor.personId,
  actorRole: actor.role,
});

const present = (tx: Tx, { schoolId }: Actor, sessionId: string) =>
  attendeesOf(tx, schoolId, sessionId).filter(({ status }) => status === 'current');

function refuseStrangers(tx: Tx, schoolId: string, personIds: string[]): void {
  if (personIds.length === 0) {
    throw new TrainingError('nobody', 'Tick whoever was there.', 'people');
  }
  const known = tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), inArray(person.id, personIds)))
    .all();
  if (known.length < new Set(personIds).size) {
    throw new TrainingError(
      'not-here',
      'Someone you chose is not on your staff list.',
      'people',
      404,
    );
  }
}
