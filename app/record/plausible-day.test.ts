import { expect, test } from 'vitest';
import { dayProblem } from './plausible-day';

test('a year that cannot be meant is asked about, and every other day is taken', () => {
  const asked = (day: string, years?: number) => dayProblem(day, '2026-11-20', years);
  expect(asked('1026-09-01')).toBe(
    'That is in the year 1026, before anybody here worked. Check the year.',
  );
  expect(asked('0026-09-01')).toContain('in the year 26,');
  expect(asked('1949-12-31')).not.toBeNull();
  for (const day of ['1950-01-01', '1974-09-01', '2026-11-20', '2028-11-20'])
    expect(asked(day)).toBeNull();
  expect(asked('2028-11-21')).toBe(
    'That is in the year 2028, more than two years ahead. Check the year.',
  );
  expect(asked('9999-01-01')).not.toBeNull();
  expect(asked('2031-07-22', 5)).toBeNull();
  expect(asked('2032-01-01', 5)).toContain('more than five years ahead');
});

test('the twenty-ninth of February has a last day too', () => {
  expect(dayProblem('2030-02-28', '2028-02-29')).toBeNull();
  expect(dayProblem('2030-03-01', '2028-02-29')).not.toBeNull();
});
