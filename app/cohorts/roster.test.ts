import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asking } from '~/record/askings.server';
import { rosterOf } from './roster';

const put = (person: string, assignment = 'one'): Asking => ({
  assignment,
  person,
  verb: 'assigned',
});
const take = (person: string, assignment = 'one'): Asking => ({
  ...put(person, assignment),
  verb: 'exempted',
});
const start = (person: string): Asking => ({ ...put(person, ''), verb: 'started' });

test('a cohort is who was in it when the first of them started', () => {
  const askings = [put('ann'), put('ben'), put('cem'), take('ben'), start('cem'), put('dee')];
  expect(rosterOf(askings)).toEqual(new Set(['ann', 'cem']));
});

test('until a member starts there is no cohort to show', () => {
  expect(rosterOf([put('ann'), start('zoe')])).toEqual(new Set());
});

test('someone who had started before they were put in is not of it, and does not fix it', () => {
  const askings = [
    ...[start('early'), put('ann'), put('early'), start('early')],
    ...[put('ben'), start('ben')],
  ];
  expect(rosterOf(askings)).toEqual(new Set(['ann', 'ben']));
});

test('who is asked twice and let off once is still in', () => {
  const askings = [put('ann'), put('ann', 'two'), take('ann'), start('ann')];
  expect(rosterOf(askings)).toEqual(new Set(['ann']));
});

test('once it is fixed, no coming, going or starting changes it', () => {
  const asking = fc.record({
    person: fc.constantFrom('ann', 'ben', 'cem', 'dee', 'eve'),
    verb: fc.constantFrom('assigned' as const, 'exempted' as const, 'started' as const),
    assignment: fc.constantFrom('one', 'two'),
  });
  fc.assert(
    fc.property(fc.array(asking), fc.array(asking), (before, after) => {
      const fixed = rosterOf(before);
      fc.pre(fixed.size > 0);
      expect(rosterOf([...before, ...after])).toEqual(fixed);
    }),
  );
});
