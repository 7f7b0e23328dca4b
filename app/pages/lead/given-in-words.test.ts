import { expect, test } from 'vitest';
import { givenInWords } from './given-in-words';

test('whoever gives a module is told how many it reaches, and how many had done it', () => {
  expect(givenInWords({ asked: 12, done: 0 })).toBe(
    'The module was given. It is on the first screen of 12 people.',
  );
  expect(givenInWords({ asked: 1, done: 1 })).toBe(
    'The module was given. It is on the first screen of one person; one person has done it already and is not asked again.',
  );
  expect(givenInWords({ asked: 0, done: 4 })).toBe(
    'The module was given. It is on the first screen of nobody; 4 have done it already and are not asked again.',
  );
});
