import { expect, test } from 'vitest';
import { attemptById } from './attempts.server';
import { learnedBy } from './learned-by.server';
import { continuePage } from './pages.server';
import { answerItem, openAttempt } from './quiz.server';
import { startScenario } from './scenarios.server';
import { startModule } from './start.server';
import { testBank } from './test-module';
import { makeTestSchool } from './test-school';

/** Someone half-way through a quiz, with a scenario begun. */
function halfWay() {
  const { attune, ta, other } = makeTestSchool();
  const enrolmentId = startModule(attune, ta, { module: 'patterns' });
  continuePage(attune, ta, { enrolmentId, page: 'secure-base' });
  startScenario(attune, ta, { enrolmentId, scenario: 'im-fine', n: 0 });
  const attemptId = openAttempt(attune, ta, { enrolmentId });
  const drawn = attemptById(attune.db, attemptId)?.items ?? [];
  const item = drawn.find((id) => testBank.some((q) => q.id === id && q.kind !== 'sort')) ?? '';
  answerItem(attune, ta, { attemptId, item, pick: [0], confidence: 'guess' });
  return { db: attune.db, ta, other, enrolmentId, item };
}

test('everything that learning keeps about someone is given to them', () => {
  const { db, ta, enrolmentId, item } = halfWay();
  expect(learnedBy(db, ta)).toMatchObject({
    enrolments: [{ id: enrolmentId, module: 'patterns', completedAt: null }],
    pagesContinued: [{ enrolmentId, page: 'secure-base' }],
    attempts: [{ enrolmentId, n: 1, markedAt: null }],
    answers: [{ item, pick: [0], confidence: 'guess' }],
    scenarioRuns: [{ enrolmentId, scenario: 'im-fine', ending: null }],
  });
});

test('whether an answer was right waits for the marking', () => {
  const { db, ta } = halfWay();
  expect(learnedBy(db, ta).answers.map(({ right }) => right)).toEqual([null]);
});

test('of anyone else there is nothing in it', () => {
  const { db, other, ta } = halfWay();
  const empty = (of: ReturnType<typeof learnedBy>) => Object.values(of).flat();
  expect(empty(learnedBy(db, other))).toEqual([]);
  expect(empty(learnedBy(db, { ...ta, schoolId: 'another school' }))).toEqual([]);
});
