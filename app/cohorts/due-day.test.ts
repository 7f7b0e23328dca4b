import { expect, test } from 'vitest';
import type { Calendar } from './calendar';
import { asksAboutDay, notASchoolDay } from './due-day';

const span = (startsOn: string, endsOn = startsOn) => ({ startsOn, endsOn });
const calendar: Calendar = {
  terms: [span('2026-09-01', '2026-12-18'), span('2027-01-04', '2027-03-25')],
  closed: [span('2026-10-26', '2026-10-30')],
  inset: [],
  leave: [],
};

test('a due date on a school day needs no words, nor does one that is no date at all', () => {
  expect(notASchoolDay(calendar, '2026-12-04')).toBeNull();
  expect(notASchoolDay(calendar, '')).toBeNull();
});

test('a weekend, half-term and the holidays are asked about, with the school day before', () => {
  expect(notASchoolDay(calendar, '2026-12-05')).toMatch(
    /^Saturday 5 December 2026 is at a weekend\. The school day before it is Friday 4 December 2026\./,
  );
  expect(notASchoolDay(calendar, '2026-10-30')).toMatch(
    /not a school day in your term dates\. The school day before it is Friday 23 October 2026\./,
  );
  const newYear = notASchoolDay(calendar, '2027-01-01') ?? '';
  expect(newYear).toContain('The school day before it is Friday 18 December 2026.');
  expect(asksAboutDay(newYear)).toBe(true);
  expect(asksAboutDay('Choose today or a later day.')).toBe(false);
});

test('without term dates only weekends are asked about, and closures without an end in sight come to one', () => {
  const none: Calendar = { terms: [], closed: [], inset: [], leave: [] };
  expect(notASchoolDay(none, '2026-12-25')).toBeNull();
  expect(notASchoolDay(none, '2026-12-26')).toContain('Friday 25 December 2026');
});
