import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { inTransaction, type Tx } from '~db/client.server';
import { person, togetherAttendance } from '~db/schema';
import { currentEnrolment, enrolmentById, versionOf } from '../enrolments.server';
import { startFor } from '../start.server';
import { countFor, recordTogether } from './count-for.server';
import { TogetherError } from './errors';
import { countingOf, type TogetherSession, togetherSession, versionShown } from './sessions.server';
import { countsIn, type Shown } from './what-counts';
import { whoWasThere } from './who-was-there.server';

type House = Pick<Attune, 'db' | 'course' | 'now'>;

/**
 * Says who was there: for each, what was shown counts for the enrolment they have open, or for one that is opened for
 * it. Whoever is down already, and whoever completed the module before, stays as they are. Returns for how many
 * something counted, and for how many nothing did.
 *
 * @throws TogetherError `bad-date` for a day still to come; `nothing-shown`; `nobody`; `not-here` when anyone was not on
 *   the school's staff that day, and then nobody is put down
 */
export function putDown(
  attune: House,
  actor: Actor,
  sessionId: string,
  personIds: readonly string[],
): { counted: number; nothing: number } {
  return inTransaction(attune.db, (tx) => {
    const session = togetherSession(tx, actor.schoolId, sessionId);
    const now = attune.now();
    if (session.heldOn > londonDate(now)) {
      const words = 'That day is still to come. Say who was there once it has taken place.';
      throw new TogetherError('bad-date', words, 'people');
    }
    const shown = countingOf(attune, tx, session);
    if (shown.length === 0) {
      const words = 'Nothing was shown yet that could count, so there is nothing to put down.';
      throw new TogetherError('nothing-shown', words, 'people', 409);
    }
    refuseStrangers(tx, actor.schoolId, session.heldOn, personIds);
    const there = new Set(whoWasThere(tx, actor.schoolId, sessionId).map((one) => one.personId));
    const coming = [...new Set(personIds)].filter((id) => !there.has(id));
    const counted = coming.filter((id) => one(attune, tx, now, actor, { session, shown }, id));
    return { counted: counted.length, nothing: coming.length - counted.length };
  });
}

interface Held {
  session: TogetherSession;
  shown: readonly Shown[];
}

/** One person; true when something of it counts for them. */
function one(
  attune: House,
  tx: Tx,
  now: Date,
  actor: Actor,
  held: Held,
  personId: string,
): boolean {
  const { session, shown } = held;
  const whose = { schoolId: actor.schoolId, personId };
  const row = {
    id: uuid({ msecs: now.getTime() }),
    ...{ sessionId: session.id, personId, recordedBy: actor.personId, recordedAt: now.getTime() },
  };
  const current = currentEnrolment(attune.db, whose, session.module);
  if (current && current.completedAt !== null) {
    tx.insert(togetherAttendance)
      .values({ ...row, outcome: 'done before' })
      .run();
    return false;
  }
  const version = versionShown(attune, session);
  const started = current
    ? null
    : startFor(tx, now, actor, whose, { whole: version, asked: version }, session.heldOn);
  const enrolled = current ?? enrolmentById(attune.db, whose, started?.enrolmentId ?? '');
  if (!enrolled) throw new Error('What was just started is not there');
  const theirs = versionOf(attune, enrolled);
  const counts = countsIn(version, theirs, shown);
  if (counts.length === 0) {
    tx.insert(togetherAttendance)
      .values({ ...row, outcome: 'reads otherwise' })
      .run();
    return false;
  }
  const entry = recordTogether(tx, now, actor, enrolled, session);
  tx.insert(togetherAttendance)
    .values({
      ...{ ...row, outcome: 'counted', enrolmentId: enrolled.id, entry },
      startedEntry: started?.entry ?? null,
    })
    .run();
  countFor(attune, tx, now, actor, { session, enrolled, attendanceId: row.id }, counts);
  return true;
}

/** On the staff that day, and of this school. */
function refuseStrangers(
  tx: Tx,
  schoolId: string,
  day: string,
  personIds: readonly string[],
): void {
  if (personIds.length === 0) {
    throw new TogetherError('nobody', 'Tick whoever was there.', 'people');
  }
  const known = tx
    .select({ id: person.id, startDate: person.startDate, leaveDate: person.leaveDate })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), inArray(person.id, [...personIds])))
    .all()
    .filter(({ startDate, leaveDate }) => startDate <= day && (leaveDate ?? day) >= day);
  if (known.length < new Set(personIds).size) {
    const words = 'Someone you chose was not on your staff list that day.';
    throw new TogetherError('not-here', words, 'people', 404);
  }
}
