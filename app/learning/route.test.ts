import { expect, test } from 'vitest';
import type { Facts } from './completion';
import { introMinutes, nextPage, pageAfter, pageBefore, placeOf, progressOf } from './route';
import { testModule } from './test-module';

const fresh: Facts = {
  knownAlready: false,
  pages: [],
  scenarios: [],
  attempts: [],
  committed: false,
};
const next = (facts: Partial<Facts>, underWay?: string) =>
  nextPage(testModule, { ...fresh, ...facts }, underWay)?.id;
const read = { pages: ['secure-base', 'labels'] };

test('Continue leads to the first thing that is not done yet', () => {
  expect(next({})).toBe('secure-base');
  expect(next({ pages: ['secure-base'] })).toBe('labels');
  expect(next(read)).toBe('im-fine');
  expect(next({ ...read, scenarios: ['miss-miss'] })).toBe('quiz');
  expect(next({ ...read, scenarios: ['miss-miss'], attempts: [false] })).toBe('quiz');
  expect(next({ ...read, scenarios: ['miss-miss'], attempts: [true] })).toBe('one-thing');
  expect(
    next({ ...read, scenarios: ['miss-miss'], attempts: [true], committed: true }),
  ).toBeUndefined();
});

test('Continue leads back into the scenario that is under way', () => {
  expect(next(read, 'miss-miss')).toBe('miss-miss');
});

test('whoever knows it already is led to the quiz, and after a not yet to the pages', () => {
  expect(next({ knownAlready: true })).toBe('quiz');
  expect(next({ knownAlready: true, attempts: [null] })).toBe('quiz');
  expect(next({ knownAlready: true, attempts: [true] })).toBe('im-fine');
  expect(next({ knownAlready: true, attempts: [false] })).toBe('secure-base');
});

test('reading on passes over extra pages, and over other scenarios once one is done', () => {
  const after = (id: string, facts: Partial<Facts> = {}) =>
    pageAfter(testModule, { ...fresh, ...facts }, id)?.id;
  expect(after('labels')).toBe('im-fine');
  expect(after('labels', { scenarios: ['miss-miss'] })).toBe('quiz');
  expect(after('im-fine', { scenarios: ['im-fine'] })).toBe('quiz');
  expect(after('miss-miss')).toBe('quiz');
  expect(after('one-thing')).toBeUndefined();
});

test('back from a scenario is the page before them all; from the quiz, the scenario that was done', () => {
  const before = (id: string, facts: Partial<Facts> = {}) =>
    pageBefore(testModule, { ...fresh, ...facts }, id)?.id;
  expect(before('im-fine')).toBe('labels');
  expect(before('miss-miss')).toBe('labels');
  expect(before('quiz')).toBe('im-fine');
  expect(before('quiz', { scenarios: ['miss-miss'] })).toBe('miss-miss');
  expect(before('one-thing', { scenarios: ['miss-miss'] })).toBe('quiz');
  expect(before('secure-base')).toBeUndefined();
});

test('the place counts stops of the required route, the scenarios as one; an extra page has none', () => {
  expect(placeOf(testModule, 'secure-base')).toEqual({ n: 1, of: 5 });
  expect(placeOf(testModule, 'miss-miss')).toEqual({ n: 3, of: 5 });
  expect(placeOf(testModule, 'more')).toBeUndefined();
});

test('progress counts what the rule asks for and the minutes that are left', () => {
  expect(progressOf(testModule, fresh)).toEqual({ done: 0, total: 5, minutesLeft: 15 });
  expect(progressOf(testModule, { ...fresh, ...read, scenarios: ['im-fine'] })).toEqual({
    done: 3,
    total: 5,
    minutesLeft: 6,
  });
});

test('minutes to go are the module’s while nothing is done, and those of the steps and the first page add up to them', () => {
  const longer = {
    ...testModule,
    minutes: 20,
    pages: testModule.pages.map((p) => (p.id === 'miss-miss' ? { ...p, minutes: 5 } : p)),
  };
  expect(progressOf(longer, fresh).minutesLeft).toBe(20);
  expect(introMinutes(longer)).toBe(3);
  expect(progressOf(longer, { ...fresh, pages: ['secure-base'] }).minutesLeft).toBe(14);
  expect(introMinutes(testModule)).toBe(0);
});
