import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, isSchoolDay, weekdayOf } from '~/cohorts/calendar';
import { addDays, londonDate } from '~/record/london-date';
import {
  daysFor,
  everyDay,
  type Hours,
  nextWorkingMoment,
  weekOf,
  workingDays,
} from './working-time';

const calendar: Calendar = {
  terms: [{ startsOn: '2026-09-01', endsOn: '2026-12-18' }],
  closed: [{ startsOn: '2026-10-26', endsOn: '2026-10-30' }],
  inset: [],
  leave: [],
};
const hours = (more: Partial<Hours> = {}): Hours => ({
  calendar,
  days: everyDay,
  startDate: '2026-09-01',
  leaveDate: null,
  ...more,
});
const at = (iso: string) => Date.parse(iso);
const said = (instant: number | null) => instant && new Date(instant).toISOString();

test('in working hours it is now', () => {
  expect(said(nextWorkingMoment(hours(), at('2026-09-08T10:30:00Z')))).toBe(
    '2026-09-08T10:30:00.000Z',
  );
});

test('in the evening it is the next morning at eight, in summer time and in winter', () => {
  expect(said(nextWorkingMoment(hours(), at('2026-09-08T17:00:00Z')))).toBe(
    '2026-09-09T07:00:00.000Z',
  );
  expect(said(nextWorkingMoment(hours(), at('2026-11-10T17:00:00Z')))).toBe(
    '2026-11-11T08:00:00.000Z',
  );
});

test('a weekend, a half-term and leave are waited out; a week of them is too long', () => {
  expect(said(nextWorkingMoment(hours(), at('2026-10-23T18:00:00Z')))).toBeNull();
  expect(said(nextWorkingMoment(hours(), at('2026-10-30T12:00:00Z')))).toBe(
    '2026-11-02T08:00:00.000Z',
  );
  const leave = [{ startsOn: '2026-11-02', endsOn: '2026-11-03' }];
  expect(
    said(
      nextWorkingMoment(hours({ calendar: { ...calendar, leave } }), at('2026-10-31T12:00:00Z')),
    ),
  ).toBe('2026-11-04T08:00:00.000Z');
});

test('somebody who has left, or has not begun, is not written to', () => {
  const now = at('2026-11-10T10:00:00Z');
  expect(nextWorkingMoment(hours({ leaveDate: '2026-11-09' }), now)).toBeNull();
  expect(said(nextWorkingMoment(hours({ startDate: '2026-11-16' }), now))).toBe(
    '2026-11-16T08:00:00.000Z',
  );
});

test('a week is Monday’s, and a weekend belongs to the one to come', () => {
  expect(weekOf('2026-11-09')).toBe('2026-11-09');
  expect(weekOf('2026-11-13')).toBe('2026-11-09');
  expect(weekOf('2026-11-14')).toBe('2026-11-16');
  expect(weekOf('2026-11-15')).toBe('2026-11-16');
});

test('days that were chosen count among working days; when none is left the working days do', () => {
  expect(daysFor([1, 2, 3], [3, 4])).toEqual([3]);
  expect(daysFor([1, 2], [4])).toEqual([1, 2]);
  expect(workingDays({ workingDays: ['Monday', 'Friday'] })).toEqual([1, 5]);
  expect(workingDays({ workingDays: null })).toBeNull();
  expect(daysFor(null, [5])).toEqual([5]);
  expect(daysFor(null, null)).toEqual(everyDay);
});

test('whatever the dates, a moment is on a school day of theirs, between eight and five, and the first such', () => {
  const day = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2026-08-20', n));
  const span = fc
    .tuple(day, fc.integer({ min: 0, max: 12 }))
    .map(([startsOn, n]) => ({ startsOn, endsOn: addDays(startsOn, n) }));
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
      fc.integer({ min: at('2026-08-25T00:00:00Z'), max: at('2027-01-05T00:00:00Z') }),
      (leave, days, now) => {
        const mine = { ...calendar, leave };
        const moment = nextWorkingMoment(hours({ calendar: mine, days }), now);
        const works = (date: string) =>
          date >= '2026-09-01' && isSchoolDay(mine, date) && days.includes(weekdayOf(date));
        const today = londonDate(now);
        const between = (until: string) =>
          Array.from({ length: 8 }, (_, n) => addDays(today, n)).filter(
            (date) => date > today && date < until,
          );
        if (moment === null) {
          expect(between(addDays(today, 8)).filter(works)).toEqual([]);
          return;
        }
        const on = londonDate(moment);
        const hour = Number(
          new Intl.DateTimeFormat('en-GB', {
            hour: '2-digit',
            hourCycle: 'h23',
            timeZone: 'Europe/London',
          }).format(moment),
        );
        expect(moment).toBeGreaterThanOrEqual(now);
        expect(works(on)).toBe(true);
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(17);
        expect(between(on).filter(works)).toEqual([]);
      },
    ),
  );
});
