import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { inTransaction, type Tx } from '~db/client.server';
import { answer, attempt } from '~db/schema';
import type { Confidence, Pick } from '~db/schema/learning';
import {
  type Answer,
  type Attempt,
  answersOf,
  attemptById,
  attemptsOf,
  nextNumber,
} from './attempts.server';
import { completeIfMet } from './complete.server';
import { drawItems } from './draw.server';
import {
  type Enrolment,
  isCompleted,
  requireCounting,
  requireEnrolment,
  type Whose,
} from './enrolments.server';
import {
  isLearningError,
  type LearningError,
  notThere,
  pickSomething,
  setAsideSince,
} from './errors';
import { eventOf } from './event.server';
import { isAnswer, isRight, isSamePick } from './marking';
import { whatToPick } from './pages.server';
import { quizOf } from './parts';
import { preparedOnce } from './prepared.server';
import { isStandardMet } from './standard';

/**
 * Opens a go at the quiz, or returns the one that is open. Once the standard is met there is nothing left to open and
 * the last go is returned. Any number of goes, whenever one likes.
 *
 * @param n how many goes there were when the form was made: sending it again opens nothing twice
 * @param whose quiz it is, where somebody else opens it for them, on paper
 * @returns the attempt's id
 */
export function openAttempt(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; n?: number },
  whose: Whose = actor,
): string {
  return inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, whose, input.enrolmentId);
    const quiz = quizOf(version);
    if (!quiz) throw notThere('quiz');
    const earlier = attemptsOf(attune.db, enrolled.id);
    const [last] = earlier;
    const met = earlier.find((go) => go.standardMet === true);
    if (met) return met.id;
    if (last && (last.markedAt === null || earlier.length > (input.n ?? earlier.length)))
      return last.id;
    const now = attune.now();
    const seed = randomBytes(16).toString('hex');
    const id = uuid({ msecs: now.getTime() });
    tx.insert(attempt)
      .values({
        id,
        enrolmentId: enrolled.id,
        n: nextNumber(attune.db, enrolled.id),
        seed,
        items: drawItems(quiz.bank, quiz.draw, seed, earlier.map((go) => go.items).reverse()),
        openedAt: now.getTime(),
      })
      .run();
    return id;
  });
}

export interface AnswerResult {
  right: boolean;
  /** Null until the last item is answered. */
  standardMet: boolean | null;
  /** It was answered before, and not with this pick: the first answer counts. */
  differs?: boolean;
}

/** Prepared, for it is what the benchmark's quiz answer and every learner's tap wait for. */
const queries = preparedOnce((db) => ({
  keep: db
    .insert(answer)
    .values({
      attemptId: sql.placeholder('attemptId'),
      item: sql.placeholder('item'),
      pick: sql.placeholder('pick'),
      confidence: sql.placeholder('confidence'),
      right: sql.placeholder('right'),
      at: sql.placeholder('at'),
    })
    .onConflictDoNothing()
    .prepare(),
}));

function itemOf(attune: Attune, actor: Actor, input: { attemptId: string; item: string }) {
  const go = attemptById(attune.db, input.attemptId);
  if (!go) throw notThere('quiz');
  const { enrolled, version } = requireEnrolment(attune, actor, go.enrolmentId);
  const question = quizOf(version)?.bank.find((q) => q.id === input.item);
  if (!question || !go.items.includes(input.item)) throw notThere('question');
  return { go, enrolled, version, question };
}

/**
 * What the answer to an item lacks, in words; null when it answers the question.
 * @throws LearningError 'not there'
 */
export function lackingIn(
  attune: Attune,
  actor: Actor,
  input: { attemptId: string; item: string; pick: Pick },
): string | null {
  const { question } = itemOf(attune, actor, input);
  return isAnswer(question, input.pick) ? null : whatToPick(question.kind);
}

/**
 * Keeps the answer to one item of a go, and marks the go when it was the last. A second submit for the same item,
 * whatever it picks, returns the first result.
 *
 * @param pick positions in the version as written
 * @throws LearningError 'not there', 'pick something'; 'set aside' where the go, or all that it belongs to, counts no more:
 *   the answer is kept with it, and nothing is marked
 */
export function answerItem(
  attune: Attune,
  actor: Actor,
  input: { attemptId: string; item: string; pick: Pick; confidence: Confidence },
): AnswerResult {
  const { db } = attune;
  const result = inTransaction(db, (tx): AnswerResult | LearningError => {
    const { go, enrolled, version, question } = itemOf(attune, actor, input);
    if ((go.setAsideAt ?? enrolled.setAsideAt) !== null) {
      if (!isAnswer(question, input.pick)) throw pickSomething(whatToPick(question.kind));
      keepOne(attune, go, { ...input, right: isRight(question, input.pick) }, attune.now());
      return setAsideSince(isCompleted(db, actor, enrolled.module));
    }
    const before = answersOf(db, go.id);
    const first = before.find((a) => a.item === input.item);
    if (first) {
      const differs = !isSamePick(question, first.pick, input.pick);
      return { right: first.right, standardMet: go.standardMet, differs };
    }
    if (!isAnswer(question, input.pick)) throw pickSomething(whatToPick(question.kind));

    const { item, pick, confidence } = input;
    const given = [{ item, pick, confidence }];
    const standardMet = keepAnswers(attune, tx, actor, { go, enrolled, version, before, given });
    return { right: isRight(question, pick), standardMet };
  });
  if (isLearningError(result)) throw result;
  return result;
}

function keepOne({ db }: Attune, go: Attempt, given: Answer, now: Date): void {
  const { item, pick, confidence, right } = given;
  queries(db).keep.run({ item, pick, confidence, right, attemptId: go.id, at: now.getTime() });
}

interface Answering {
  go: Attempt;
  enrolled: Enrolment;
  version: Module;
  /** What this go has been given so far. */
  before: readonly Answer[];
  /** To other items of it, each of which answers its question. */
  given: readonly Omit<Answer, 'right'>[];
  onPaper?: true;
}

/**
 * Keeps answers and marks the go when none is left: what every answer goes through, typed on a phone or read off paper.
 * @returns whether the standard was met; null until the last item is answered
 */
export function keepAnswers(
  attune: Attune,
  tx: Tx,
  actor: Actor,
  { before, given, ...asked }: Answering,
): boolean | null {
  const now = attune.now();
  const bank = new Map(quizOf(asked.version)?.bank.map((question) => [question.id, question]));
  const answers = [...before];
  for (const { item, pick, confidence } of given) {
    const question = bank.get(item);
    const kept = { item, pick, confidence, right: question ? isRight(question, pick) : false };
    keepOne(attune, asked.go, kept, now);
    answers.push(kept);
  }
  if (answers.length < asked.go.items.length) return null;
  return mark(attune, tx, now, actor, { ...asked, answers });
}

function mark(
  attune: Attune,
  tx: Tx,
  now: Date,
  actor: Actor,
  marked: Omit<Answering, 'before' | 'given'> & { answers: Answer[] },
): boolean {
  const { go, answers, enrolled, version, onPaper } = marked;
  const critical = new Set(quizOf(version)?.bank.flatMap((q) => (q.critical ? [q.id] : [])));
  const standardMet = isStandardMet(
    answers.map((a) => ({ critical: critical.has(a.item), right: a.right })),
  );
  tx.update(attempt)
    .set({ markedAt: now.getTime(), standardMet })
    .where(and(eq(attempt.id, go.id), isNull(attempt.markedAt)))
    .run();
  // Leaves travel in their order with every export: one more before somebody's completion would tell of a go that was not yet.
  if (enrolled.completedAt === null && standardMet) {
    append(
      tx,
      now,
      eventOf(actor, enrolled, now, 'marked', {
        standardMet,
        answersDigest: digestOf(go.seed, answers),
        onPaper,
      }),
    );
    completeIfMet(attune, tx, now, actor, enrolled, version);
  }
  return standardMet;
}

/**
 * SHA-256, hex, of the answers salted with the attempt's 128-bit seed. The seed stays in the attempt's row and goes
 * when the answers go, so that the digest alone says nothing about them.
 */
export function digestOf(seed: string, answers: readonly { item: string; pick: Pick }[]): string {
  const plain = answers
    .map(({ item, pick }) => ({ item, pick }))
    .sort((a, b) => (a.item < b.item ? -1 : 1));
  return createHash('sha256')
    .update(canonicalize([seed, plain]) ?? '')
    .digest('hex');
}
