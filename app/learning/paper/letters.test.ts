import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '~/course/module';
import { shownOrder } from '../draw.server';
import { testBank } from '../test-module';
import { lettersOf, readLetters, readSureness } from './letters';
import { anyPick } from './picks-for-test';

const question = (id: string): Question => {
  const found = testBank.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const order = [2, 0, 1];
const problem = (id: string, typed: string, shown = order) => {
  const read = readLetters(question(id), shown, typed);
  return 'problem' in read ? read.problem : null;
};

test('letters are read back as the answer they stand for, in whatever order the sheet shows it', () => {
  const asked = fc
    .constantFrom(...testBank)
    .chain((one) => fc.tuple(fc.constant(one), anyPick(one), fc.uuid()));
  fc.assert(
    fc.property(asked, ([one, pick, seed]) => {
      const shown = shownOrder(seed, one);
      const read = readLetters(one, shown, lettersOf(one, shown, pick));
      const said = 'pick' in read ? read.pick : [];
      const plain = (some: number[]) => (one.kind === 'sort' ? some : [...some].sort());
      expect(plain(said)).toEqual(plain(pick));
    }),
  );
});

test('spaces, commas, an “and” and small letters make no difference; a dash is a blank', () => {
  for (const typed of ['A C', 'ac', 'c, a', 'A and C', 'A & C']) {
    expect(readLetters(question('many'), [3, 0, 1, 2], typed)).toEqual({ pick: [3, 1] });
  }
  for (const typed of ['-', '–', '—']) {
    expect(readLetters(question('many'), [3, 0, 1, 2], typed)).toEqual({ blank: true });
  }
});

test('what cannot be is said in words: no letter, no such letter, two for one, one twice, too few lines sorted', () => {
  expect(problem('item-1', ' ')).toMatch(/^Type what is ticked/);
  expect(problem('item-1', 'D')).toBe('There is no D here: the letters are A to C.');
  expect(problem('item-1', '?')).toMatch(/^There is no \?/);
  expect(problem('item-1', 'AB')).toMatch(/^One answer is asked for/);
  expect(problem('many', 'AA', [0, 1, 2, 3])).toMatch(/twice/);
  expect(problem('sort', 'AB')).toMatch(/^There are 3 lines to sort, so 3 letters/);
  expect(problem('sort', 'ABC')).toBe('There is no C here: the letters are A to B.');
});

test('how sure somebody was may be left out, and is nothing but S, F or G', () => {
  expect(['s', 'F', ' g ', '', '-', 'X'].map(readSureness)).toEqual([
    ...['sure', 'fairly', 'guess', null, null],
    undefined,
  ]);
});
