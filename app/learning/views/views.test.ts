import { expect, test } from 'vitest';
import type { Answer, Attempt } from '../attempts.server';
import { drawItems } from '../draw.server';
import { quizOf, scenariosOf } from '../parts';
import type { Run } from '../runs.server';
import { testBank, testModule } from '../test-module';
import { type PageState, viewSegments } from './page.server';
import { viewQuiz } from './quiz.server';
import { viewScenario } from './scenario.server';

const nothing: PageState = {
  checks: new Map(),
  practice: null,
  reflections: new Map(),
  commitment: null,
  scenario: null,
  quiz: null,
};
const quiz = quizOf(testModule) ?? { draw: 8, bank: [] };
const go: Attempt = {
  id: 'go',
  enrolmentId: 'e',
  n: 1,
  seed: 'secret-seed',
  items: drawItems(testBank, 8, 'secret-seed', []),
  openedAt: 0,
  markedAt: null,
  standardMet: null,
  setAsideAt: null,
};
const answerTo = (item: string, right: boolean): Answer => ({
  item,
  pick: [0],
  confidence: 'sure',
  right,
});
const scenario = scenariosOf(testModule)[0]?.scenario;
if (!scenario) throw new Error('the test module has a scenario');
const run = (more: Partial<Run> = {}): Run => ({
  id: 'run',
  enrolmentId: 'e',
  scenario: 'im-fine',
  page: 'im-fine',
  startedAt: 0,
  at: 'first',
  ending: null,
  endedAt: null,
  debriefReadAt: null,
  summaryReadAt: null,
  ...more,
});

test('a page that nobody has answered on holds no right answer and no explanation', () => {
  for (const page of testModule.pages) {
    const raw = JSON.stringify(viewSegments(page.segments, nothing));
    expect(raw).not.toMatch(/Explained|"right"|"category"|critical/);
  }
});

test('one answered check shows its own explanations and no other’s', () => {
  const segments = testModule.pages.flatMap((page) => page.segments);
  const raw = JSON.stringify(
    viewSegments(segments, { ...nothing, checks: new Map([['pre-check', [0]]]) }),
  );
  expect(raw).toContain('Explained: pre-check');
  expect(raw).not.toContain('Explained: check-labels');
});

test('trying a check again hides what was shown, and a practice answer shows its own result', () => {
  const [page] = testModule.pages;
  const state = { ...nothing, checks: new Map([['pre-check', [1]]]) };
  const asked = viewSegments(page?.segments ?? [], {
    ...state,
    practice: { question: 'pre-check', pick: null },
  });
  expect(JSON.stringify(asked)).not.toContain('Explained');
  const tried = viewSegments(page?.segments ?? [], {
    ...state,
    practice: { question: 'pre-check', pick: [0] },
  });
  expect(tried[1]).toMatchObject({ type: 'answered', practice: true, answered: { right: true } });
  const unanswered = viewSegments(page?.segments ?? [], {
    ...nothing,
    practice: { question: 'pre-check', pick: [0] },
  });
  expect(JSON.stringify(unanswered)).not.toContain('Explained');
});

test('the quiz gives one item that is due and nothing of the others, nor the seed', () => {
  const answers = go.items.slice(0, 3).map((item) => answerTo(item, true));
  const view = viewQuiz(testModule, quiz, [go], answers, null, false);
  expect(view).toMatchObject({ state: 'item', n: 4, of: 8 });
  const raw = JSON.stringify(view);
  expect(raw).not.toMatch(/Explained|"right"|"category"|critical|secret-seed/);
  for (const id of testBank.map((q) => q.id)) {
    if (id !== go.items[3]) expect(raw).not.toContain(`Stem of ${id}<`);
  }
});

test('an explanation is given only for an item answered in this go', () => {
  const [first = '', second = ''] = go.items;
  const answers = [answerTo(first, false)];
  const due = viewQuiz(testModule, quiz, [go], answers, first, false);
  expect(due).toMatchObject({ state: 'explained', n: 1, last: false, answered: { id: first } });
  const raw = JSON.stringify(viewQuiz(testModule, quiz, [go], answers, second, false));
  expect(raw).not.toContain('Explained');
});

test('a not yet names the pages to look at again and asks about help from the second one on', () => {
  const marked = { ...go, markedAt: 1, standardMet: false };
  const answers = go.items.map((item, n) => answerTo(item, n > 1));
  const once = viewQuiz(testModule, quiz, [marked], answers, null, false);
  const pages = new Set(go.items.slice(0, 2).map((id) => testBank.find((q) => q.id === id)?.page));
  expect(once).toMatchObject({
    state: 'result',
    standardMet: false,
    right: 6,
    of: 8,
    needed: 7,
    askAboutHelp: false,
  });
  expect(once.state === 'result' && new Set(once.lookAgain.map((p) => p.id))).toEqual(pages);
  const twice = [{ ...marked, n: 2 }, marked];
  expect(viewQuiz(testModule, quiz, twice, answers, null, false)).toMatchObject({
    askAboutHelp: true,
  });
  expect(viewQuiz(testModule, quiz, twice, answers, null, true)).toMatchObject({
    askAboutHelp: false,
  });
});

test('a scenario gives the step one is on and no other, no tag, no debrief and no lens', () => {
  const before = JSON.stringify(viewScenario(scenario, [], []));
  expect(before).not.toMatch(/first step|she points|debrief<|summary<|one way it might|escalates/);
  const moves = [{ n: 0, step: 'first', choice: 2 }];
  const raw = JSON.stringify(viewScenario(scenario, [run({ at: 'points' })], moves));
  expect(raw).toContain('she points');
  expect(raw).toContain('Offer');
  expect(raw).not.toMatch(
    /torn page|left alone|she stays|debrief<|summary<|one way it might|escalates|connects|repaired/,
  );
});

test('an ending shows its ways back, and its kind waits for the debrief', () => {
  const moves = [{ n: 0, step: 'first', choice: 0 }];
  const ended = viewScenario(scenario, [run({ at: 'torn', ending: 'torn' })], moves);
  expect(ended).toMatchObject({ state: 'ending', choices: [{ n: 0, html: '<p>Say sorry</p>' }] });
  expect(JSON.stringify(ended)).not.toMatch(/escalated|debrief<|one way it might/);
  const read = viewScenario(scenario, [run({ at: 'torn', debriefReadAt: 1 })], moves);
  expect(read).toMatchObject({ state: 'debrief', ending: { kind: 'escalated' } });
  expect(JSON.stringify(read)).toMatch(/she points/);
});

test('the summary shows when it was asked for, and does not stand in the way of an example half-way', () => {
  expect(viewScenario(scenario, [run({ summaryReadAt: 1 })], [])).toMatchObject({
    state: 'summary',
  });
  const moves = [{ n: 0, step: 'first', choice: 2 }];
  const halfWay = [run({ at: 'points', summaryReadAt: 1 })];
  expect(viewScenario(scenario, halfWay, moves)).toMatchObject({ state: 'step' });
  expect(viewScenario(scenario, halfWay, moves, 'summary')).toMatchObject({ state: 'summary' });
  expect(viewScenario(scenario, [run({ at: 'points' })], moves, 'summary')).toMatchObject({
    state: 'step',
  });
});
