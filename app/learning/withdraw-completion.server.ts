import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import type { EventData } from '~/record/vocabulary';
import { startedOnOf } from '~/record/withdrawals.server';
import type { Tx } from '~db/client.server';
import { enrolment } from '~db/schema';
import { isComplete } from './completion';
import { currentEnrolment, type Enrolment } from './enrolments.server';
import { eventOf } from './event.server';
import { standingOf } from './facts.server';
import { restsOn, type Version } from './version';

/**
 * Withdraws the completion of an enrolment whose facts, as they now stand in this transaction, do not fulfil the rule any
 * more, and opens the enrolment again with what is left; one that was started since is what they are on, and this one
 * stays closed. Both are entries on the record, and what was recorded stays readable. True when it was withdrawn.
 */
export function withdrawCompletion(
  attune: Pick<Attune, 'db'>,
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
  version: Version,
  reason: EventData<'withdrawn'>['reason'],
): boolean {
  const { completionId } = enrolled;
  if (completionId === null || enrolled.setAsideAt !== null) return false;
  if (isComplete(version, standingOf(attune.db, enrolled).facts)) return false;
  append(tx, now, {
    ...eventOf(actor, enrolled, now, 'withdrawn', { reason }),
    object: completionId,
  });
  const current = currentEnrolment(attune.db, enrolled, enrolled.module);
  if (current?.completedAt !== null) reopen(tx, now, actor, enrolled, version, completionId);
  return true;
}

/** Opens the enrolment of a completion that was withdrawn, with what is left of it: nobody started anything anew. */
export function reopen(
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
  version: Version,
  completionId: string,
): void {
  tx.update(enrolment)
    .set({ completedAt: null, completionId: null, ruleVersion: null })
    .where(eq(enrolment.id, enrolled.id))
    .run();
  append(
    tx,
    now,
    eventOf(actor, enrolled, now, 'reopened', {
      moduleTitle: version.title,
      version: version.version,
      publishedMinutes: version.minutes,
      refreshes: restsOn(version),
      resumes: completionId,
      startedOn: startedOnOf(tx, enrolled.schoolId, completionId),
    }),
  );
}
