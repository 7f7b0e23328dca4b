import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asking } from '~/record/askings.server';
import { rosterOf } from './roster';

const put = (person: string, at: number, assignment = 'one'): Asking => ({
  assignment,
  person,
  verb: 'assigned',
  at,
});
const take = (person: string, at: number, assignment = 'one'): Asking => ({
  ...put(person, at, assignment),
  verb: 'exempted',
});
const begun = (times: Record<string, number>) => new Map(Object.entries(times));

test('a cohort is who was in it when the first of them began', () => {
  const askings = [put('ann', 1), put('ben', 1), put('cem', 2), take('ben', 3), put('dee', 6)];
  expect(rosterOf(askings, begun({ cem: 5 }))).toEqual(new Set(['ann', 'cem']));
});

test('until one of them begins there is no cohort to show', () => {
  expect(rosterOf([put('ann', 1)], begun({ zoe: 5 }))).toEqual(new Set());
});

test('someone who had begun before they were put in is not of it, and does not fix it', () => {
  const askings = [put('ann', 1), put('early', 4), put('ben', 6)];
  expect(rosterOf(askings, begun({ early: 2, ben: 8 }))).toEqual(new Set(['ann', 'ben']));
});

test('who is asked twice and let off once is still in', () => {
  const askings = [put('ann', 1), put('ann', 2, 'two'), take('ann', 3)];
  expect(rosterOf(askings, begun({ ann: 5 }))).toEqual(new Set(['ann']));
});

test('once the first of them has begun, no coming, going or beginning changes it', () => {
  const people = ['ann', 'ben', 'cem', 'dee', 'eve'];
  const asking = fc.record({
    person: fc.constantFrom(...people),
    verb: fc.constantFrom('assigned' as const, 'exempted' as const),
    assignment: fc.constantFrom('one', 'two'),
  });
  fc.assert(
    fc.property(
      fc.array(asking, { maxLength: 20 }),
      fc.array(asking, { maxLength: 20 }),
      fc.constantFrom(...people),
      fc.array(fc.tuple(fc.constantFrom(...people), fc.integer({ min: 101, max: 200 }))),
      (earlier, later, first, beginnings) => {
        const before = earlier.map((one, n) => ({ ...one, at: n }));
        const after = later.map((one, n) => ({ ...one, at: 100 + n }));
        const known = new Map([[first, 100]]);
        const fixed = rosterOf(before, known);
        fc.pre(fixed.size > 0);
        const more = new Map([...beginnings, [first, 100] as const]);
        expect(rosterOf([...before, ...after], more)).toEqual(fixed);
      },
    ),
  );
});
