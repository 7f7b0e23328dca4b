import { and, eq, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import type { EventData } from '~/record/vocabulary';
import { inTransaction, type Tx } from '~db/client.server';
import { doneTogether, togetherAttendance } from '~db/schema';
import { type Enrolment, requireEnrolment } from '../enrolments.server';
import { eventOf } from '../event.server';
import { withdrawCompletion } from '../withdraw-completion.server';
import { TogetherError } from './errors';
import { removeIfEmpty } from './remove-if-empty.server';
import { type TogetherSession, togetherSession } from './sessions.server';
import { type Attendance, attendancesOf } from './who-was-there.server';

type House = Pick<Attune, 'db' | 'course' | 'now'>;
type Reason = EventData<'withdrawn'>['reason'];

/**
 * Takes people off a session who were not there after all. What counted for them because of it counts no more; what is
 * their own stays. A completion that rested on it is withdrawn, and the enrolment goes on with what is left; one that
 * was opened for this session and holds nothing else was never started. All of it by entries with the reason: what was
 * recorded stays readable. Returns how many were taken off, and how many completions were withdrawn.
 *
 * @throws TogetherError `nobody` when none of them is on it
 */
export function takeOff(
  attune: House,
  actor: Actor,
  sessionId: string,
  personIds: readonly string[],
  reason: Reason,
): { takenOff: number; withdrawn: number } {
  return inTransaction(attune.db, (tx) => {
    const session = togetherSession(tx, actor.schoolId, sessionId);
    const mistaken = attendancesOf(tx, actor.schoolId, sessionId).filter(
      ({ personId, takenOff }) => !takenOff && personIds.includes(personId),
    );
    if (mistaken.length === 0) {
      throw new TogetherError('nobody', 'Tick whoever was not there.', 'mistaken');
    }
    const now = attune.now();
    const withdrawn = mistaken.filter((one) => undo(attune, tx, now, actor, session, one, reason));
    return { takenOff: mistaken.length, withdrawn: withdrawn.length };
  });
}

/** One person; true when a completion was withdrawn with it. */
function undo(
  attune: House,
  tx: Tx,
  now: Date,
  actor: Actor,
  session: TogetherSession,
  { id, personId, enrolmentId, entry, startedEntry }: Attendance,
  reason: Reason,
): boolean {
  tx.update(togetherAttendance)
    .set({ takenOffAt: now.getTime(), enrolmentId: null })
    .where(and(eq(togetherAttendance.id, id), isNull(togetherAttendance.takenOffAt)))
    .run();
  if (enrolmentId === null || entry === null) return false;
  tx.delete(doneTogether).where(eq(doneTogether.attendanceId, id)).run();
  const whose = { schoolId: actor.schoolId, personId };
  const { enrolled, version } = requireEnrolment(attune, whose, enrolmentId);
  const withdraw = (object: string, happenedOn: string) => {
    const event = eventOf(actor, enrolled, now, 'withdrawn', { reason });
    append(tx, now, { ...event, object, happenedOn });
  };

  withdraw(entry, session.heldOn);
  if (withdrawCompletion(attune, tx, now, actor, enrolled, version, reason)) return true;
  if (startedEntry === null) return false;
  if (removeIfEmpty(tx, enrolled)) withdraw(startedEntry, session.heldOn);
  else handOver(tx, enrolled, startedEntry);
  return false;
}

/** Should they be taken off the other sessions as well, one of those has to know that nobody had started. */
function handOver(tx: Tx, { id }: Enrolment, startedEntry: string): void {
  tx.update(togetherAttendance)
    .set({ startedEntry })
    .where(and(eq(togetherAttendance.enrolmentId, id), isNull(togetherAttendance.takenOffAt)))
    .run();
}
