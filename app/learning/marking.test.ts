import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChoiceQuestion, SortQuestion } from '~/course/module';
import { isAnswer, isRight, isSamePick } from './marking';

const base = { id: 'q', stem: '', critical: false, pre: false };
const choice = (kind: 'one' | 'many', rights: boolean[]): ChoiceQuestion => ({
  ...base,
  kind,
  options: rights.map((right) => ({ html: '', right, explanation: '' })),
});
const sort = (groups: number[]): SortQuestion => ({
  ...base,
  kind: 'sort',
  categories: ['a', 'b', 'c'],
  statements: groups.map((category) => ({ html: '', category, explanation: '' })),
});
const rights = fc
  .array(fc.boolean(), { minLength: 3, maxLength: 6 })
  .filter((list) => list.includes(true));
const positions = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 6 });

test('one is right for the right option alone', () => {
  const q = choice('one', [false, true, false]);
  expect([[0], [1], [2], [], [1, 1], [3], [-1], [0.5]].map((pick) => isRight(q, pick))).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('many is right only when exactly the right options are picked, in any order', () => {
  fc.assert(
    fc.property(rights, positions, (list, pick) => {
      const wanted = list.flatMap((right, n) => (right ? [n] : []));
      const same =
        new Set(pick).size === pick.length &&
        pick.length === wanted.length &&
        wanted.every((n) => pick.includes(n));
      expect(isRight(choice('many', list), pick)).toBe(same);
    }),
  );
});

test('sort is right only when every statement is in its own group', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(groups, groups, (wanted, pick) => {
      expect(isRight(sort(wanted), pick)).toBe(JSON.stringify(wanted) === JSON.stringify(pick));
      expect(isRight(sort(wanted), wanted)).toBe(true);
    }),
  );
});

test('what is no answer is never right', () => {
  fc.assert(
    fc.property(
      rights,
      positions,
      fc.constantFrom('one' as const, 'many' as const),
      (list, pick, kind) => {
        const q = choice(kind, list);
        if (!isAnswer(q, pick)) expect(isRight(q, pick)).toBe(false);
      },
    ),
  );
});

test('two picks say the same in any order, but a sort gives each place its own', () => {
  const many = choice('many', [true, true, false]);
  expect(isSamePick(many, [0, 2], [2, 0])).toBe(true);
  expect(isSamePick(many, [0, 2], [0])).toBe(false);
  expect(isSamePick(sort([0, 1]), [0, 1], [1, 0])).toBe(false);
});
