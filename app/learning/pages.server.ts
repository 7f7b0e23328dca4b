import { and, eq, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { checkAnswer, pageContinued } from '~db/schema';
import type { Pick } from '~db/schema/learning';
import { completeIfMet } from './complete.server';
import { requireCounting } from './enrolments.server';
import { notThere, pickSomething } from './errors';
import { isAnswer } from './marking';
import { checkOf, pageOf } from './parts';
import { preparedOnce } from './prepared.server';

/** Records that Continue was pressed on a page: once, and only while the enrolment is open. */
export function continuePage(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; page: string },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    if (!pageOf(version, input.page)) throw notThere('page');
    if (enrolled.completedAt !== null) return;
    const now = attune.now();
    const { changes } = tx
      .insert(pageContinued)
      .values({ enrolmentId: enrolled.id, page: input.page, at: now.getTime() })
      .onConflictDoNothing()
      .run();
    if (changes > 0) completeIfMet(attune, tx, now, actor, enrolled, version);
  });
}

/**
 * Keeps the first answer to a check; a later one is for practice and is not kept. Never counted.
 * @throws LearningError 'pick something' when it answers nothing
 */
export function answerCheck(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; question: string; pick: Pick },
): { first: boolean } {
  return inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    const question = checkOf(version, input.question);
    if (!question) throw notThere('question');
    if (!isAnswer(question, input.pick)) throw pickSomething(whatToPick(question.kind));
    const { changes } = tx
      .insert(checkAnswer)
      .values({
        enrolmentId: enrolled.id,
        question: question.id,
        pick: input.pick,
        at: attune.now().getTime(),
      })
      .onConflictDoNothing()
      .run();
    return { first: changes > 0 };
  });
}

export function whatToPick(kind: 'one' | 'many' | 'sort'): string {
  if (kind === 'one') return 'Choose one answer first.';
  if (kind === 'many') return 'Choose at least one answer first.';
  return 'Put each statement in one of the groups first.';
}

const queries = preparedOnce((db) => ({
  checks: db
    .select({ question: checkAnswer.question, pick: checkAnswer.pick })
    .from(checkAnswer)
    .where(eq(checkAnswer.enrolmentId, sql.placeholder('id')))
    .prepare(),
}));

/** First answers to checks: question id → what was picked. */
export function checkAnswers(db: Db, enrolmentId: string): Map<string, Pick> {
  return new Map(
    queries(db)
      .checks.all({ id: enrolmentId })
      .map((row) => [row.question, row.pick]),
  );
}

/** Whether a check was answered before: only then may its right answer and explanations be shown. */
export function hasAnswered(db: Db, enrolmentId: string, question: string): boolean {
  return (
    db
      .select({ at: checkAnswer.at })
      .from(checkAnswer)
      .where(and(eq(checkAnswer.enrolmentId, enrolmentId), eq(checkAnswer.question, question)))
      .get() !== undefined
  );
}
