import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { inTransaction } from '~db/client.server';
import { commitment } from '~db/schema';
import { completeIfMet } from './complete.server';
import { requireCounting, requireEnrolment } from './enrolments.server';
import { writeSomething } from './errors';
import { eventOf } from './event.server';

/** One thing I will do, when, and how I will know. Only `what` must say something. */
export interface Commitment {
  what: string;
  when: string;
  know: string;
}

export const commitmentContext = (personId: string) => `commitment:${personId}`;

/**
 * Keeps one thing the learner commits to. Plans change: a later one replaces the words, and the record keeps only that
 * something was committed to, once.
 * @throws LearningError 'write something' when `what` is empty
 */
export function commitTo(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string } & Commitment,
): void {
  if (input.what.trim() === '')
    throw writeSomething('Write one thing you will do. A few words are enough.');
  inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    const now = attune.now();
    const seal = (text: string) => attune.keyring.encrypt(text, commitmentContext(actor.personId));
    const words = { what: seal(input.what), when: seal(input.when), know: seal(input.know) };
    const { changes } = tx
      .insert(commitment)
      .values({ enrolmentId: enrolled.id, ...words, at: now.getTime() })
      .onConflictDoNothing()
      .run();
    if (changes === 0) {
      tx.update(commitment).set(words).where(eq(commitment.enrolmentId, enrolled.id)).run();
    } else if (enrolled.completedAt === null) {
      append(tx, now, eventOf(actor, enrolled, now, 'committed', {}));
      completeIfMet(attune, tx, now, actor, enrolled, version);
    }
  });
}

/** What one committed to; null before, and empty words when they were deleted since. */
export function readCommitment(
  attune: Attune,
  personId: string,
  enrolmentId: string,
): Commitment | null {
  const row = attune.db
    .select()
    .from(commitment)
    .where(eq(commitment.enrolmentId, enrolmentId))
    .get();
  if (!row) return null;
  const open = (cipher: string) => attune.keyring.decrypt(cipher, commitmentContext(personId));
  return { what: open(row.what), when: open(row.when), know: open(row.know) };
}

/** Deletes the words. That something was committed to stays: the completion rule rests on it. */
export function deleteCommitmentWords(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled } = requireEnrolment(attune, actor, input.enrolmentId);
    const nothing = () => attune.keyring.encrypt('', commitmentContext(actor.personId));
    tx.update(commitment)
      .set({ what: nothing(), when: nothing(), know: nothing() })
      .where(eq(commitment.enrolmentId, enrolled.id))
      .run();
  });
}
