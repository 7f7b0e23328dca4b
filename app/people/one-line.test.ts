import { expect, test } from 'vitest';
import { lineProblem, oneLine } from './one-line';

test.each([
  'Zoë O’Hara-Núñez',
  "Siobhán D'Arcy",
  'Nguyễn Thị Minh Khai',
  'Łukasz Żółć',
  '陳 大文',
  'مريم العلي',
  'דוד כהן',
  'میرزا\u200Cخانی',
  'Jo 👩🏽‍🏫',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Club',
  'X Æ A-12',
  '  Year 4\t& Phonics ',
])('%s is a name', (name) => {
  expect(lineProblem(name)).toBeNull();
});

test.each([
  ['NUL', 'Ann\u0000'],
  ['a bell', 'A\u0007nn'],
  ['escape', '\u001B[31mAnn'],
  ['delete', 'Ann\u007F'],
  ['a C1 control', 'Ann\u0085'],
  ['right-to-left override', 'Ann \u202Enarg'],
  ['an isolate', '\u2066Ann\u2069'],
  ['a direction mark', 'Ann\u200F'],
  ['half a character', 'Ann\uD83D'],
])('%s is refused, with a way to mend it', (_, name) => {
  expect(lineProblem(name)).toMatch(/cannot be seen.*type it again/);
});

test('a name of which nothing can be seen is refused', () => {
  expect(lineProblem('\u200B\u2060')).toMatch(/^Nothing in this can be seen/);
  expect(lineProblem('')).toBeNull();
});

test('one line has single spaces, and none at its ends', () => {
  expect(oneLine(' \u00A0Ann \t Marie\n')).toBe('Ann Marie');
});
