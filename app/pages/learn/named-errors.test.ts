import { expect, test } from 'vitest';
import type { SegmentView } from '~/learning/views/page.server';
import { namedErrors } from './named-errors';

const check = (id: string, stem: string): SegmentView => ({
  type: 'check',
  pre: false,
  question: { kind: 'one', id, stem, options: [] },
});
const page = [
  check('first', '<p>Ben says he&#x27;s fine.</p>\n<p>What do you do?</p>'),
  check('second', '<p>Which of these is something that you have seen, and not guessed at all?</p>'),
];

test('a refused check is named at the top of the page by the start of its question, as text', () => {
  expect(namedErrors({ 'pick-first': ['Choose one answer first.'] }, page)).toEqual({
    'pick-first': ["Choose one answer first: “Ben says he's fine. What do you do?”"],
  });
  expect(namedErrors({ 'pick-second': ['Choose one answer first.'] }, page)).toEqual({
    'pick-second': [
      'Choose one answer first: “Which of these is something that you have seen, and not…”',
    ],
  });
});

test('what is not a check’s stays as it was said', () => {
  const errors = { '': ['Press one of the buttons on this page.'], what: ['Write something.'] };
  expect(namedErrors(errors, page)).toEqual(errors);
});
