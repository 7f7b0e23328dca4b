import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { attemptById, attemptsOf } from '../attempts.server';
import { commitTo } from '../commitment.server';
import { currentEnrolment } from '../enrolments.server';
import { answerItem, openAttempt } from '../quiz.server';
import { startModule } from '../start.server';
import { wrongPick } from '../test-completed';
import { testBank } from '../test-module';
import { makeTestSchool, type TestSchool } from '../test-school';
import { quizByCode } from './by-code.server';
import { createQuizCodes, quizCodesOf, withdrawQuizCode } from './codes.server';
import { openWithCode } from './use-code.server';

let school: TestSchool;
let lead: Actor;
beforeEach(() => {
  school = makeTestSchool();
  lead = { ...school.other, role: 'lead' };
});

const module = 'patterns';
const today = () => londonDate(school.attune.now());
function codeFor(who = school.ta, lastDay = today()): string {
  const [made] = createQuizCodes(school.attune, lead, {
    ...{ module, personIds: [who.personId], lastDay },
  });
  return made?.code ?? '';
}
const open = (code: string) => openWithCode(school.attune, { code, address: '192.0.2.1' });
const later = (days: number) => {
  const { now } = school.attune;
  school.attune.now = () => new Date(now().getTime() + days * 24 * 60 * 60 * 1000);
};
const states = () =>
  quizCodesOf(school.attune.db, 'school', module, school.attune.now()).map(({ state }) => state);

/** A whole go, every item wrong. */
function go(): void {
  const { attune, ta } = school;
  const enrolmentId = startModule(attune, ta, { module });
  const attemptId = openAttempt(attune, ta, { enrolmentId });
  for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
    const question = testBank.find((one) => one.id === item);
    if (!question) throw new Error(item);
    answerItem(attune, ta, { attemptId, item, pick: wrongPick(question), confidence: 'sure' });
  }
}
const shown = (since: number, answered: string | null = null) =>
  quizByCode(school.attune, school.ta, { module, since, answered });

test('a code opens its person’s quiz once, and a newer one ends the one before', () => {
  const [first, second] = [codeFor(), codeFor()];
  expect(() => open(first)).toThrow(/cannot be used/);
  expect(open(second.toLowerCase())).toEqual({ personId: 'ta', module });
  expect(() => open(second)).toThrow(/cannot be used/);
  expect(states()).toEqual(['withdrawn', 'used']);
});

test('it is good to the end of its last day, and not after that', () => {
  const code = codeFor();
  later(1);
  expect(() => open(code)).toThrow(/cannot be used/);
  expect(states()).toEqual(['ended']);
  expect(() => codeFor(school.ta, '2026-09-01')).toThrow(/Choose a day/);
  expect(() => codeFor(school.ta, '2027-09-01')).toThrow(/Choose a day/);
});

test('one that is withdrawn opens nothing; one that was used cannot be withdrawn, nor can another school’s', () => {
  const { attune } = school;
  const code = codeFor();
  const [made] = quizCodesOf(attune.db, 'school', module, attune.now());
  const id = made?.id ?? '';
  expect(() => withdrawQuizCode(attune, { ...lead, schoolId: 'elsewhere' }, id)).toThrow(/no such/);
  withdrawQuizCode(attune, lead, id);
  expect(() => open(code)).toThrow(/cannot be used/);
  expect(() => withdrawQuizCode(attune, lead, id)).toThrow(/no such code/);
});

test('wrong codes are throttled as those for joining are', () => {
  for (let n = 0; n < 30; n += 1) expect(() => open('2222-2222')).toThrow(/cannot be used/);
  expect(() => open('2222-2222')).toThrow(/wrong tries/);
});

test('how a go went before the code was used is not shown, nor which answer was picked', () => {
  go();
  const since = school.attune.now().getTime();
  const { under } = shown(since);
  expect(under).toMatchObject({ quiz: 'earlier', goes: 1, commit: 'open', completed: false });
  expect(under?.sources).toEqual([]);
  const [last] = attemptsOf(school.attune.db, under?.enrolmentId ?? '');
  const item = last?.items[0] ?? '';
  expect(shown(since, item).under?.quiz).toBe('earlier');
  expect(shown(0, item).under).toMatchObject({
    quiz: { state: 'explained' },
    sources: [{ id: 'bell-2020' }],
  });
  expect(shown(0).under?.quiz).toMatchObject({ state: 'result', standardMet: false });
});

test('an item answered before, in a go that is open, is explained to nobody who came with a code after it', () => {
  const { attune, ta } = school;
  const enrolmentId = startModule(attune, ta, { module });
  const attemptId = openAttempt(attune, ta, { enrolmentId });
  const item = attemptById(attune.db, attemptId)?.items[0] ?? '';
  const question = testBank.find((one) => one.id === item);
  if (!question) throw new Error(item);
  answerItem(attune, ta, { attemptId, item, pick: wrongPick(question), confidence: 'sure' });
  const since = attune.now().getTime();
  expect(shown(since, item).under?.quiz).toMatchObject({ state: 'item', n: 2 });
});

test('nothing that was written is shown: only that one thing was chosen', () => {
  const { attune, ta } = school;
  expect(shown(0).under).toBeNull();
  const enrolmentId = startModule(attune, ta, { module });
  commitTo(attune, ta, { enrolmentId, what: 'Private words', when: '', know: '' });
  const seen = shown(0);
  expect(seen.under?.commit).toBe('made');
  expect(JSON.stringify(seen)).not.toContain('Private');
  expect(currentEnrolment(attune.db, ta, module)?.id).toBe(enrolmentId);
});
