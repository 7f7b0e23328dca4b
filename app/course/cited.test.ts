import { expect, test } from 'vitest';
import { referencesOf } from './cited';
import type { Module, Segment } from './module';

const source = (id: string) => ({
  id,
  citation: `${id}.`,
  grade: 'contested' as const,
  checked: '2026-01-10',
  reviewBy: '2027-01-10',
});
const module = { sources: ['bell', 'bell-2', 'carter'].map(source) } as Module;
const cite = (id: string): Segment => ({ type: 'prose', html: `<a href="#source-${id}">1</a>` });

test('a page’s references are the ones it cites, with the numbers they have in the module', () => {
  expect(referencesOf(module, [cite('carter'), cite('bell-2')])).toEqual([
    {
      id: 'bell-2',
      number: 2,
      citation: 'bell-2.',
      grade: 'contested, scholars disagree',
      checked: '10 January 2026',
      reviewBy: '10 January 2027',
    },
    {
      id: 'carter',
      number: 3,
      citation: 'carter.',
      grade: 'contested, scholars disagree',
      checked: '10 January 2026',
      reviewBy: '10 January 2027',
    },
  ]);
  expect(referencesOf(module, [])).toEqual([]);
});

test('without segments, the references are all of the module’s', () => {
  expect(referencesOf(module).map((reference) => reference.number)).toEqual([1, 2, 3]);
});
