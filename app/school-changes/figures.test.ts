import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Figure, figureInWords, figureProblem, readFigure } from './figures';

const problem = (kind: Figure['kind'], typed: string, of: number | null = null) =>
  figureProblem({ kind, typed, of })?.words ?? null;

test('counts under five are refused, and so are shares that stand for fewer than five', () => {
  for (const few of ['0', '1', '4']) expect(problem('count', few)).toMatch(/Fewer than five/);
  expect(problem('count', '5')).toBeNull();
  expect(problem('count', '1,204')).toBeNull();
  expect(problem('share', '10', 20)).toMatch(/10% of 20 would be about 2\./);
  expect(problem('share', '90', 20)).toMatch(/90% of 20 would be all but about 2\./);
  expect(problem('share', '100', 20)).toBeNull();
  expect(problem('share', '62', 58)).toBeNull();
  expect(problem('share', '50', 4)).toMatch(/Groups of fewer than five/);
  expect(problem('average', '3.5', 4)).toMatch(/Groups of fewer than five/);
  expect(problem('average', '3.5', 40)).toBeNull();
});

test('whatever share is kept, at least five are in it, and nobody or at least five are not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 300 }), (share, of) => {
      if (problem('share', String(share), of) !== null) return;
      const meant = Math.round((share * of) / 100);
      expect(meant).toBeGreaterThanOrEqual(5);
      expect(of - meant === 0 || of - meant >= 5).toBe(true);
    }),
  );
});

test('what is no figure is refused in words', () => {
  for (const typed of ['', 'twelve', '-3', '1,2', '12345678', '1e9', '3.']) {
    expect(problem('count', typed), typed).toBe('Write a number, such as 12 or 93.4.');
  }
  expect(problem('count', '7.5')).toBe('A count is a whole number.');
  expect(problem('share', '101', 60)).toBe('A percentage is 100 at most.');
  expect(problem('share', '50')).toBe('Say of how many.');
  expect(readFigure('1,204.5')).toBe(1204.5);
});

test('figures are said with what they are of', () => {
  expect(figureInWords({ kind: 'count', typed: '14', of: null }, 'suspensions')).toBe(
    '14 suspensions',
  );
  expect(figureInWords({ kind: 'share', typed: '62', of: 58 }, 'pupils')).toBe('62% of 58 pupils');
  expect(figureInWords({ kind: 'average', typed: '11', of: 40 }, 'minutes')).toBe(
    '11 minutes on average, over 40',
  );
});
