import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { isSchoolDay, schoolDaysSince } from './calendar';
import { ownDates, stepDates } from './pace';

const school = {
  terms: [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-25' },
    { startsOn: '2027-04-12', endsOn: '2027-07-20' },
  ],
  closed: [{ startsOn: '2026-10-26', endsOn: '2026-10-30' }],
  inset: [{ startsOn: '2026-09-01', endsOn: '2026-09-01' }],
};
const whole = { calendar: { ...school, leave: [] }, works: null };
const step = { countedFrom: '2026-09-07', opensOn: '2026-10-12', dueOn: '2026-11-20' };

test('a step opens on the first day of one school week and is due on the last of another', () => {
  expect(stepDates(school, '2026-09-07', { opens: 1, due: 5 })).toEqual({
    ...{ opensOn: '2026-09-07', dueOn: '2026-10-09', guessed: false },
  });
  // Half-term is not counted.
  expect(stepDates(school, '2026-09-07', { opens: 6, due: 8 })).toEqual({
    ...{ opensOn: '2026-10-12', dueOn: '2026-11-06', guessed: false },
  });
});

test('a first day in the holidays is the first school day after them, and beyond the known dates it says so', () => {
  expect(stepDates(school, '2026-08-20', { opens: 1, due: 1 })).toMatchObject({
    opensOn: '2026-08-20',
  });
  expect(stepDates(school, '2026-12-21', { opens: 1, due: 1 })).toMatchObject({
    ...{ opensOn: '2027-01-04', dueOn: '2027-01-08' },
  });
  expect(stepDates(school, '2027-07-12', { opens: 1, due: 4 }).guessed).toBe(true);
});

test('whoever was there from the first day has the cohort’s own dates, moved by hand or not', () => {
  expect(ownDates(step, school, whole, '2026-09-01')).toEqual({
    ...{ opensOn: '2026-10-12', dueOn: '2026-11-20' },
  });
  // A Saturday that the lead chose stays a Saturday.
  const moved = { ...step, dueOn: '2026-11-21' };
  expect(ownDates(moved, school, whole, '2026-09-07').dueOn).toBe('2026-11-21');
});

test('whoever comes in later begins on that day, with as many school days as the others', () => {
  const own = ownDates(step, school, whole, '2027-01-11');
  const days = (from: string, until: string) =>
    schoolDaysSince(whole.calendar, from, until, Number.POSITIVE_INFINITY);
  expect(days('2027-01-11', own.dueOn)).toBe(days('2026-09-07', step.dueOn));
  expect(days('2027-01-11', own.opensOn)).toBe(days('2026-09-07', step.opensOn));
});

test('a fortnight on leave moves what is due after it by ten school days, and nothing before it', () => {
  const leave = [{ startsOn: '2026-11-02', endsOn: '2026-11-13' }];
  const own = ownDates(step, school, { calendar: { ...school, leave }, works: null }, '2026-09-07');
  expect(own).toEqual({ opensOn: '2026-10-12', dueOn: '2026-12-04' });
});

test('who works four days of five has a quarter longer, and one day a week no more than twice as long', () => {
  const due = (works: number[]) =>
    ownDates(
      { countedFrom: '2026-09-07', opensOn: '2026-09-07', dueOn: '2026-10-09' },
      { ...school, terms: [], closed: [] },
      { calendar: { ...whole.calendar, terms: [], closed: [] }, works },
      '2026-09-07',
    ).dueOn;
  expect(due([1, 2, 3, 4, 5])).toBe('2026-10-09');
  // 24 days of theirs after the first, four a week: six weeks and a day in place of five less one.
  expect(due([1, 2, 3, 4])).toBe('2026-10-19');
  const once = due([1]);
  expect(once > '2026-11-01' && once <= addDays('2026-09-07', 70)).toBe(true);
});

test('own dates are never before the cohort’s, never on a day of leave, and in order', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-09-07', n));
  const works = fc.option(fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }), { nil: null });
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 0, max: 60 }), works, (a, b, from, away, days) => {
      const [opensOn = '', dueOn = ''] = [a, b].sort();
      const leave = [{ startsOn: from, endsOn: addDays(from, away) }];
      const given = { countedFrom: '2026-09-07', opensOn, dueOn };
      const calendar = { ...school, leave };
      const own = ownDates(given, school, { calendar, works: days }, from);
      expect(own.opensOn >= opensOn && own.dueOn >= dueOn).toBe(true);
      expect(own.opensOn <= own.dueOn).toBe(true);
      if (own.dueOn > dueOn) expect(isSchoolDay(calendar, own.dueOn)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
