import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import type { Tx } from '~db/client.server';
import { doneTogether } from '~db/schema';
import { completeIfMet } from '../complete.server';
import { type Enrolment, versionOf } from '../enrolments.server';
import { eventOf } from '../event.server';
import { standingOf } from '../facts.server';
import type { TogetherSession } from './sessions.server';
import type { Shown } from './what-counts';

/** It goes on the record that they were there, on the day of the session. Returns the entry's id. */
export function recordTogether(
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
  { id, ledBy, heldOn }: TogetherSession,
): string {
  const event = eventOf(actor, enrolled, now, 'did together', { session: id, ledBy });
  return append(tx, now, { ...event, happenedOn: heldOn }).id;
}

/**
 * What was shown becomes facts of an open enrolment, under an attendance that is there already, and completes it where
 * that is all it asked for. Nothing of `counts` may be among that attendance's facts.
 */
export function countFor(
  attune: Pick<Attune, 'db' | 'course'>,
  tx: Tx,
  now: Date,
  actor: Actor,
  to: { session: TogetherSession; enrolled: Enrolment; attendanceId: string },
  counts: readonly Shown[],
): void {
  const { session, enrolled, attendanceId } = to;
  const before = standingOf(attune.db, enrolled).facts.scenarios;
  for (const { page, scenario } of counts) {
    tx.insert(doneTogether)
      .values({ attendanceId, enrolmentId: enrolled.id, page, scenario })
      .run();
  }
  if (counts.some(({ scenario }) => scenario !== null && !before.includes(scenario))) {
    const event = eventOf(actor, enrolled, now, 'scenario ended', { how: 'together' });
    append(tx, now, { ...event, happenedOn: session.heldOn });
  }
  completeIfMet(attune, tx, now, actor, enrolled, versionOf(attune, enrolled));
}
