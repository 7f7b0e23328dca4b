import { expect, test } from 'vitest';
import { isSchoolDay, schoolDaysSince, weekdayOf } from '~/cohorts/calendar';
import { calendarOf } from '~/cohorts/year-in-words';
import { addDays } from '~/record/london-date';
import { schoolBeganDaysAgo } from '~db/demo/staff';
import { DemoClock } from './clock';
import { demoDates } from './year';

const madeOn = (date: string) => {
  const calendar = calendarOf(demoDates(date));
  const made = Date.parse(`${date}T20:00:00Z`);
  return { calendar, clock: new DemoClock(made, schoolBeganDaysAgo, calendar) };
};
const days = Array.from({ length: 41 }, (_, n) => addDays('2026-09-01', n * 9));

test('it goes forward only, and stops at the moment the school is made', () => {
  const made = Date.parse('2026-11-21T20:00:00Z');
  const clock = new DemoClock(made, 100);
  const began = clock.now().getTime();
  clock.goTo(began - 1000);
  expect(clock.now().getTime()).toBe(began);
  clock.pass(1_000_000);
  expect(clock.now().getTime()).toBe(made);
});

test.each(days)('made on %s, all of it happens on school days, in order', (today) => {
  const { calendar, clock } = madeOn(today);
  const dates = Array.from({ length: schoolBeganDaysAgo }, (_, n) => clock.date(n + 1));
  expect(dates.filter((on) => !isSchoolDay(calendar, on))).toEqual([]);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(dates[0] ?? '').toSatisfy((on: string) => on < today);
  expect(new Set(dates).size).toBeGreaterThan(80);
});

test.each(days)(
  'made on %s, due dates are Fridays in term, and paid time is on its weekday',
  (today) => {
    const { calendar, clock } = madeOn(today);
    for (const daysAgo of [150, 80, 10, -13, -27, -69]) {
      const due = clock.weekdayFrom(clock.date(daysAgo), 5);
      expect([weekdayOf(due), isSchoolDay(calendar, due)]).toEqual([5, true]);
    }
    for (const daysAgo of [201, 60, 30]) {
      const day = clock.date(daysAgo);
      const paid = clock.weekdayBetween(day, 3);
      expect([weekdayOf(paid), isSchoolDay(calendar, paid)]).toEqual([3, true]);
      expect(paid >= day && paid < today).toBe(true);
    }
    // Eight school weeks and a little: time to look back.
    expect(schoolDaysSince(calendar, clock.back(44), today, 100)).toBeGreaterThanOrEqual(43);
  },
);
