import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStandardMet, rightNeeded } from './standard';

const items = fc.array(fc.record({ critical: fc.boolean(), right: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

test('80 % is rounded up: 7 of 8, 8 of 10, 4 of 5, 3 of 3', () => {
  expect([8, 10, 5, 3, 1].map(rightNeeded)).toEqual([7, 8, 4, 3, 1]);
});

test('the standard is met exactly when every critical item and at least four in five are right', () => {
  fc.assert(
    fc.property(items, (list) => {
      const right = list.filter((item) => item.right).length;
      const critical = list.every((item) => item.right || !item.critical);
      expect(isStandardMet(list)).toBe(critical && right * 5 >= list.length * 4);
    }),
  );
});

test('one critical item wrong is not yet, however many others are right', () => {
  const list = Array.from({ length: 8 }, (_, n) => ({ critical: n === 0, right: n !== 0 }));
  expect(isStandardMet(list)).toBe(false);
  expect(isStandardMet(list.map((_, n) => ({ critical: n === 0, right: n !== 1 })))).toBe(true);
});

test('a quiz with nothing in it meets nothing', () => {
  expect(isStandardMet([])).toBe(false);
});
