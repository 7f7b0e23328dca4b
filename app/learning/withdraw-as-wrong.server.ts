import { and, eq, inArray } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { certificatesOf } from '~/record/certificates.server';
import type { EventData } from '~/record/vocabulary';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { answer, attempt, enrolment, paperQuiz } from '~db/schema';
import { type Enrolment, versionOf } from './enrolments.server';
import { LearningError } from './errors';
import { eventOf } from './event.server';
import { withdrawCompletion } from './withdraw-completion.server';

/** A completion that stands, as somebody else may see it. */
export interface StandingCompletion {
  completionId: string;
  title: string;
  /** Civil date. */
  completedOn: string;
}

/** What one person has completed and what stands of it on the record, the newest first. One query. */
export function standingCompletions(
  db: Db,
  schoolId: string,
  personId: string,
): StandingCompletion[] {
  return certificatesOf(db, schoolId, personId)
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ completionId, moduleTitle, completedOn }) => ({
      ...{ completionId, title: moduleTitle, completedOn },
    }));
}

/**
 * Withdraws a completion that should never have been recorded: somebody else did it, or it was somebody's mistake. The
 * quiz that met the standard is taken away, with the answers to it; the record says so and why, and that the completion
 * is withdrawn; what was read stays, and the person may take the quiz themselves. Its certificate says from now on that
 * it was withdrawn, and what stood on past days can still be read there.
 *
 * @throws LearningError 'not there', also for what was withdrawn already
 */
export function withdrawAsWrong(
  attune: Attune,
  actor: Actor,
  input: {
    personId: string;
    completionId: string;
    reason: EventData<'withdrawn'>['reason'];
  },
): void {
  const { db } = attune;
  inTransaction(db, (tx) => {
    // An enrolment keeps its completion where another was begun since, so the record is asked what stands.
    const stands = standingCompletions(db, actor.schoolId, input.personId).some(
      ({ completionId }) => completionId === input.completionId,
    );
    const enrolled = completed(tx, actor.schoolId, input);
    if (!stands || !enrolled) {
      throw new LearningError(
        'not there',
        409,
        'No such completion stands for them now. Somebody may have withdrawn it already: open this page again to see.',
      );
    }
    const now = attune.now();
    takeQuizAway(tx, enrolled);
    append(tx, now, eventOf(actor, enrolled, now, 'marking withdrawn', { reason: input.reason }));
    const version = versionOf(attune, enrolled);
    withdrawCompletion(attune, tx, now, actor, enrolled, version, input.reason);
  });
}

function completed(
  tx: Tx | Db,
  schoolId: string,
  { personId, completionId }: { personId: string; completionId: string },
): Enrolment | undefined {
  return tx
    .select()
    .from(enrolment)
    .where(
      and(
        eq(enrolment.schoolId, schoolId),
        eq(enrolment.personId, personId),
        eq(enrolment.completionId, completionId),
      ),
    )
    .get();
}

/** Every go that met the standard, wherever it was taken. */
function takeQuizAway(tx: Tx, { id }: Enrolment): void {
  const met = tx
    .select({ id: attempt.id })
    .from(attempt)
    .where(and(eq(attempt.enrolmentId, id), eq(attempt.standardMet, true)))
    .all()
    .map((go) => go.id);
  tx.update(paperQuiz)
    .set({ attemptId: null, enteredBy: null, enteredAt: null, entered: null, seenAt: null })
    .where(inArray(paperQuiz.attemptId, met))
    .run();
  tx.delete(answer).where(inArray(answer.attemptId, met)).run();
  tx.delete(attempt).where(inArray(attempt.id, met)).run();
}
