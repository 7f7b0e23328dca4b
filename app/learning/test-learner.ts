import fc from 'fast-check';
import { expect } from 'vitest';
import type { Question } from '~/course/module';
import type { Actor } from '~/people/actor';
import { answersOf, attemptById } from './attempts.server';
import { commitTo } from './commitment.server';
import { currentEnrolment } from './enrolments.server';
import { isLearningError } from './errors';
import { continuePage } from './pages.server';
import { answerItem, openAttempt } from './quiz.server';
import { choicesOf, runsOf } from './runs.server';
import { chooseStep, readDebrief, readSummary, startScenario } from './scenarios.server';
import { sayKnownAlready, startModule } from './start.server';
import { testBank, testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';

/** What a learner may do next, in any order whatever. */
export type Act =
  | { do: 'start' | 'known' | 'commit' | 'commit to nothing' }
  | { do: 'continue'; page: string }
  | { do: 'start scenario' | 'debrief' | 'summary'; scenario: string }
  | { do: 'choose'; scenario: string; choice: number; again: boolean }
  | { do: 'open' }
  | { do: 'answer'; right: boolean; again: boolean }
  | { do: 'whole go'; wrong: number };

const scenario = fc.constantFrom('im-fine', 'miss-miss');
export const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('known' as const, 'commit' as const, 'commit to nothing' as const),
  }),
  fc.record({
    do: fc.constant('continue' as const),
    page: fc.constantFrom(...testModule.pages.map((p) => p.id), 'nowhere'),
  }),
  fc.record({
    do: fc.constantFrom('start scenario' as const, 'debrief' as const, 'summary' as const),
    scenario,
  }),
  fc.record({
    do: fc.constant('choose' as const),
    scenario,
    choice: fc.integer({ min: 0, max: 3 }),
    again: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('open' as const, 'start' as const) }),
  fc.record({ do: fc.constant('answer' as const), right: fc.boolean(), again: fc.boolean() }),
  fc.record({ do: fc.constant('whole go' as const), wrong: fc.integer({ min: 0, max: 2 }) }),
);

const rightPick = (q: Question) =>
  q.kind === 'sort'
    ? q.statements.map((s) => s.category)
    : q.options.flatMap((o, n) => (o.right ? [n] : []));
const wrongPick = (q: Question) =>
  q.kind === 'sort'
    ? q.statements.map((s) => 1 - s.category)
    : [q.options.findIndex((o) => !o.right)];

/** The simplest account of what ought to have happened, kept beside the real thing. */
interface Model {
  started: boolean;
  known: boolean;
  pages: Set<string>;
  scenarios: Set<string>;
  goes: boolean[];
  committed: boolean;
}
const freshModel = (): Model => ({
  started: false,
  known: false,
  pages: new Set(),
  scenarios: new Set(),
  goes: [],
  committed: false,
});

export function isFulfilled(m: Model): boolean {
  const read = m.pages.has('secure-base') && m.pages.has('labels');
  return (
    (read || (m.known && m.goes[0] === true)) &&
    m.scenarios.size > 0 &&
    m.goes.includes(true) &&
    m.committed
  );
}

/** One learner, and every request of theirs that was accepted, as it was sent. */
export interface Learner {
  school: TestSchool;
  ta: Actor;
  model: Model;
  sent: (() => unknown)[];
}
export const school = makeTestSchool();
export const newLearner = (): Learner => ({
  school,
  ta: school.join(),
  model: freshModel(),
  sent: [],
});

/** Does one act for real. */
function play(learner: Learner, act: Act): void {
  const { ta, model } = learner;
  const { attune } = learner.school;
  const { db } = attune;
  function send<T>(request: () => T): T {
    const result = request();
    learner.sent.push(request);
    return result;
  }
  const enrolled = currentEnrolment(db, ta, 'patterns');
  if (act.do === 'start') {
    send(() => startModule(attune, ta, { module: 'patterns', n: 0 }));
    model.started = true;
    return;
  }
  const enrolmentId = enrolled?.id ?? 'none';
  const goesAt = (scenario: string) => runsOf(db, enrolmentId, scenario).length;
  const openGo = () => {
    const n = model.goes.length;
    const go = attemptById(
      db,
      send(() => openAttempt(attune, ta, { enrolmentId, n })),
    );
    if (!go) throw new Error('no attempt');
    return go;
  };
  const give = (goId: string, item: string, right: boolean) => {
    const question = testBank.find((q) => q.id === item);
    if (!question) throw new Error(`no item ${item}`);
    const pick = right ? rightPick(question) : wrongPick(question);
    const answer = { attemptId: goId, item, pick, confidence: 'fairly' as const };
    const result = send(() => answerItem(attune, ta, answer));
    const go = attemptById(db, goId);
    if (result.standardMet !== null && go && go.n > model.goes.length)
      model.goes.push(result.standardMet);
    return result;
  };
  switch (act.do) {
    case 'known':
      send(() => sayKnownAlready(attune, ta, { enrolmentId }));
      if (!enrolled?.completedAt) model.known = true;
      return;
    case 'commit':
      send(() =>
        commitTo(attune, ta, { enrolmentId, what: 'Say when I’ll be back', when: '', know: '' }),
      );
      model.committed = true;
      return;
    case 'commit to nothing':
      commitTo(attune, ta, { enrolmentId, what: ' ', when: 'Monday', know: 'x' });
      return;
    case 'continue':
      send(() => continuePage(attune, ta, { enrolmentId, page: act.page }));
      model.pages.add(act.page);
      return;
    case 'start scenario':
      {
        const n = goesAt(act.scenario);
        send(() => startScenario(attune, ta, { enrolmentId, scenario: act.scenario, n }));
      }
      return;
    case 'summary':
      {
        const n = goesAt(act.scenario);
        send(() => readSummary(attune, ta, { enrolmentId, scenario: act.scenario, n }));
      }
      model.scenarios.add(act.scenario);
      return;
    case 'debrief': {
      const runId = runsOf(db, enrolmentId, act.scenario)[0]?.id ?? 'none';
      send(() => readDebrief(attune, ta, { runId }));
      model.scenarios.add(act.scenario);
      return;
    }
    case 'choose': {
      const runId = runsOf(db, enrolmentId, act.scenario)[0]?.id ?? 'none';
      const n = choicesOf(db, runId).length;
      const move = { runId, n, choice: act.choice, why: 'because' };
      const { at } = send(() => chooseStep(attune, ta, move));
      if (act.again)
        expect(chooseStep(attune, ta, { ...move, choice: 2 - act.choice })).toEqual({ at });
      return;
    }
    case 'open':
      openGo();
      return;
    case 'answer': {
      const go = openGo();
      const answered = answersOf(db, go.id).map((a) => a.item);
      const item = go.items.find((id) => !answered.includes(id)) ?? go.items[0] ?? '';
      const first = give(go.id, item, act.right);
      if (act.again) expect(give(go.id, item, !act.right).right).toBe(first.right);
      return;
    }
    case 'whole go': {
      const go = openGo();
      go.items.forEach((item, n) => {
        give(go.id, item, n >= act.wrong);
      });
    }
  }
}

/** What is refused leaves no trace. */
export function tryToPlay(learner: Learner, act: Act): void {
  try {
    play(learner, act);
  } catch (error) {
    if (!isLearningError(error)) throw error;
  }
}
