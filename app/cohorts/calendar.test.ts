import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { type Calendar, isSchoolDay, schoolDayAfter, schoolDaysSince, week } from './calendar';

const autumn = { startsOn: '2026-09-01', endsOn: '2026-12-18' };
const spring = { startsOn: '2027-01-04', endsOn: '2027-03-25' };
const halfTerm = { startsOn: '2026-10-26', endsOn: '2026-10-30' };
const day = (on: string) => ({ startsOn: on, endsOn: on });
const school: Calendar = { terms: [autumn, spring], closed: [halfTerm], inset: [], leave: [] };
const weeks = (n: number) => n * week;

test('a school week after a Tuesday is the next Tuesday', () => {
  expect(schoolDayAfter(school, '2026-09-08', weeks(1))).toEqual({
    on: '2026-09-15',
    guessed: false,
  });
});

test('half-term puts a due day off by a week, and the holiday between two terms by as long as it lasts', () => {
  expect(schoolDayAfter(school, '2026-10-21', weeks(1))?.on).toBe('2026-11-04');
  expect(schoolDayAfter(school, '2026-12-16', weeks(1))?.on).toBe('2027-01-06');
});

test('a bank holiday or a snow day puts it off by a day', () => {
  const snow = { ...school, closed: [halfTerm, day('2026-11-11')] };
  expect(schoolDayAfter(snow, '2026-11-09', weeks(1))?.on).toBe('2026-11-17');
});

test('an INSET day counts, inside a closed week and outside the terms too', () => {
  const inset = { ...school, inset: [day('2026-10-26')] };
  expect(schoolDayAfter(inset, '2026-10-21', weeks(1))?.on).toBe('2026-11-03');
  expect(isSchoolDay({ ...school, inset: [day('2026-12-21')] }, '2026-12-21')).toBe(true);
  expect(isSchoolDay({ ...school, inset: [day('2026-12-19')] }, '2026-12-19')).toBe(false);
});

test('days on leave are skipped for whoever is away; leave over a holiday costs nothing more', () => {
  const away = { ...school, leave: [{ startsOn: '2026-10-22', endsOn: '2026-11-06' }] };
  expect(schoolDayAfter(away, '2026-10-21', weeks(1))?.on).toBe('2026-11-13');
  const inHoliday = { ...school, leave: [{ startsOn: '2026-12-19', endsOn: '2027-01-03' }] };
  expect(schoolDayAfter(inHoliday, '2026-12-16', weeks(1))?.on).toBe('2027-01-06');
});

test('leave with no end in sight puts it off until an end is entered', () => {
  const away = { ...school, leave: [{ startsOn: '2026-09-10', endsOn: null }] };
  expect(schoolDayAfter(away, '2026-09-08', weeks(1))).toBeNull();
  expect(schoolDaysSince(away, '2026-09-08', '2027-02-01', 1000)).toBe(1);
  expect(schoolDayAfter(away, '2026-09-08', 1)?.on).toBe('2026-09-09');
});

test('beyond the known dates weekdays count, and it says so', () => {
  expect(schoolDayAfter(school, '2027-03-24', weeks(1))).toEqual({
    on: '2027-03-31',
    guessed: true,
  });
  const none: Calendar = { terms: [], closed: [], inset: [], leave: [] };
  expect(schoolDayAfter(none, '2026-09-08', weeks(4))).toEqual({ on: '2026-10-06', guessed: true });
});

const date = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-09-01', n));
const span = fc
  .tuple(date, fc.integer({ min: 0, max: 90 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: addDays(startsOn, days) }));
const few = fc.array(span, { maxLength: 4 });
const calendars = fc.record({ terms: few, closed: few, inset: few, leave: few });

test('the n-th school day is a school day, and just n lie on the way to it', () => {
  fc.assert(
    fc.property(calendars, date, fc.integer({ min: 1, max: 140 }), (calendar, start, n) => {
      const due = schoolDayAfter(calendar, start, n);
      if (due === null) throw new Error('leave here always ends');
      expect(isSchoolDay(calendar, due.on)).toBe(true);
      expect(schoolDaysSince(calendar, start, due.on, 1000)).toBe(n);
      expect(schoolDaysSince(calendar, start, addDays(due.on, -1), 1000)).toBe(n - 1);
    }),
    { numRuns: 150 },
  );
});

test('no school day is a weekend or a day on leave, whatever was entered', () => {
  fc.assert(
    fc.property(calendars, date, (calendar, on) => {
      if (!isSchoolDay(calendar, on)) return;
      expect([0, 6]).not.toContain(new Date(`${on}T12:00:00Z`).getUTCDay());
      expect(calendar.leave.some((s) => s.startsOn <= on && on <= s.endsOn)).toBe(false);
    }),
  );
});

test('more leave or more closed days never bring anything forward', () => {
  fc.assert(
    fc.property(calendars, few, few, date, (calendar, leave, closed, start) => {
      const later = {
        ...calendar,
        leave: [...calendar.leave, ...leave],
        closed: [...calendar.closed, ...closed],
      };
      const [a, b] = [calendar, later].map((c) => schoolDayAfter(c, start, 20)?.on ?? '');
      expect((a ?? '') <= (b ?? '')).toBe(true);
    }),
    { numRuns: 100 },
  );
});
