import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { keepRefused, refusedAnswer } from './refused.server';

function house() {
  let at = Date.parse('2026-11-20T12:00:00Z');
  const attune = { db: makeTestDb(), now: () => new Date(at) };
  const wait = (minutes: number) => {
    at += minutes * 60_000;
  };
  return { attune, wait };
}

test('a refused form is given back to the session that sent it, and to no other', () => {
  const { attune } = house();
  const answer = { errors: { name: ['Type a name.'] }, values: { name: '' } };
  const id = keepRefused(attune, 'mine', answer) ?? '';
  expect(refusedAnswer(attune, 'mine', id)).toEqual(answer);
  expect(refusedAnswer(attune, 'theirs', id)).toBeNull();
  expect(refusedAnswer(attune, 'mine', 'another')).toBeNull();
  expect(refusedAnswer({ ...attune, db: makeTestDb() }, 'mine', id)).toBeNull();
});

test('it is kept for an hour', () => {
  const { attune, wait } = house();
  const id = keepRefused(attune, 'mine', 'typed') ?? '';
  wait(59);
  expect(refusedAnswer(attune, 'mine', id)).toBe('typed');
  wait(2);
  expect(refusedAnswer(attune, 'mine', id)).toBeNull();
});

test('however many are refused, no more than some hundreds are held', () => {
  const { attune } = house();
  const ids = Array.from({ length: 700 }, (_, n) => keepRefused(attune, 'mine', n) ?? '');
  const held = ids.filter((id) => refusedAnswer(attune, 'mine', id) !== null);
  expect(held.length).toBeLessThanOrEqual(200);
  expect(refusedAnswer(attune, 'mine', ids.at(-1) ?? '')).toBe(699);
});

test('what would fill the memory is not kept', () => {
  const { attune } = house();
  expect(keepRefused(attune, 'mine', 'x'.repeat(120_000))).not.toBeNull();
  expect(keepRefused(attune, 'mine', 'x'.repeat(5_000_000))).toBeNull();
});
