import type { Attune } from '~/context.server';
import type { Question } from '~/course/module';
import type { Actor } from '~/people/actor';
import { attemptById } from './attempts.server';
import { commitTo } from './commitment.server';
import { continuePage } from './pages.server';
import { answerItem, openAttempt } from './quiz.server';
import { readSummary } from './scenarios.server';
import { startModule } from './start.server';
import { testBank, testModule } from './test-module';

/** The same house at noon (UTC) of a civil date. */
export function on(attune: Attune, date: string): Attune {
  return { ...attune, now: () => new Date(`${date}T12:00:00Z`) };
}

export const rightPick = (q: Question) =>
  q.kind === 'sort'
    ? q.statements.map((s) => s.category)
    : q.options.flatMap((o, n) => (o.right ? [n] : []));
export const wrongPick = (q: Question) =>
  q.kind === 'sort'
    ? q.statements.map((s) => 1 - s.category)
    : [q.options.findIndex((o) => !o.right)];

/**
 * Completes the test module on a day: a first go with those items wrong or guessed, and a clean second go when it was
 * not enough. Returns the enrolment and what was missed.
 */
export function complete(
  attune: Attune,
  actor: Actor,
  {
    missed = [],
    what = 'Say when I am back',
    module = testModule.slug,
  }: {
    /** Positions, in the first go, of items answered wrong. */
    missed?: number[];
    what?: string;
    module?: string;
  } = {},
): { enrolmentId: string; missed: string[] } {
  const enrolmentId = startModule(attune, actor, { module });
  for (const page of ['secure-base', 'labels']) continuePage(attune, actor, { enrolmentId, page });
  readSummary(attune, actor, { enrolmentId, scenario: 'im-fine', n: 0 });
  const wrong: string[] = [];
  for (let go = 0, met = false; !met; go += 1) {
    const attemptId = openAttempt(attune, actor, { enrolmentId, n: go });
    for (const [n, item] of (attemptById(attune.db, attemptId)?.items ?? []).entries()) {
      const question = testBank.find((q) => q.id === item);
      if (!question) throw new Error(`no item ${item}`);
      const slips = go === 0 && missed.includes(n);
      if (slips) wrong.push(item);
      const pick = slips ? wrongPick(question) : rightPick(question);
      const { standardMet } = answerItem(attune, actor, {
        attemptId,
        item,
        pick,
        confidence: 'sure',
      });
      met ||= standardMet === true;
    }
  }
  commitTo(attune, actor, { enrolmentId, what, when: 'Monday', know: '' });
  return { enrolmentId, missed: wrong };
}
