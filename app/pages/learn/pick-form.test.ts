import { expect, test } from 'vitest';
import { askedOf } from './asked';
import { readPick } from './pick-form';

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test('a choice is read as its position, several as all of theirs', () => {
  expect(readPick(form(['pick-q', '2']), 'q')).toEqual([2]);
  expect(readPick(form(['pick-q', '0'], ['pick-q', '3']), 'q')).toEqual([0, 3]);
});

test('a sorted answer is one group for each statement, and one left out is no answer', () => {
  expect(readPick(form(['pick-q-0', '1'], ['pick-q-1', '0']), 'q')).toEqual([1, 0]);
  expect(readPick(form(['pick-q-1', '0']), 'q')).toEqual([-1, 0]);
});

test('nothing picked, another question’s fields and tampering are no answer', () => {
  expect(readPick(form(), 'q')).toEqual([]);
  expect(readPick(form(['pick-other', '1']), 'q')).toEqual([]);
  expect(readPick(form(['pick-q', '1; drop table']), 'q')).toEqual([-1]);
});

test('the address says what to show again, and nothing else', () => {
  expect(askedOf('http://x/learn/m/p?tried=q&pick=0-2')).toEqual({
    again: { question: 'q', pick: [0, 2] },
    answered: null,
    reading: null,
  });
  expect(askedOf('http://x/p?again=q').again).toEqual({ question: 'q', pick: null });
  expect(askedOf('http://x/p?read=everything').reading).toBeNull();
});
