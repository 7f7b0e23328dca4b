import { expect, test } from 'vitest';
import { isWeekend, schoolDaysSince, weekdayOf } from '~/cohorts/calendar';
import { calendarOf, yearsInWords } from '~/cohorts/year-in-words';
import { addDays } from '~/record/london-date';
import { demoYear } from '~db/demo/term-dates';
import { daysBack } from './afterwards';

test('in any year its terms begin and end on weekdays, and hold as many days as a school in England does', () => {
  for (let year = 2020; year < 2045; year += 1) {
    const dates = demoYear(year);
    for (const { startsOn, endsOn } of dates) {
      expect(startsOn <= endsOn).toBe(true);
      expect(isWeekend(startsOn) || isWeekend(endsOn)).toBe(false);
    }
    expect(dates.filter((d) => d.kind === 'closed').map((d) => weekdayOf(d.startsOn))).toEqual([
      1, 1, 1,
    ]);
    const [words] = yearsInWords(dates);
    expect(words?.schoolDays).toBeGreaterThanOrEqual(185);
    expect(words?.schoolDays).toBeLessThanOrEqual(200);
  }
});

test('on whatever day the school is made, so many school days ago is found, in the summer too', () => {
  const calendar = calendarOf([...demoYear(2025), ...demoYear(2026)]);
  for (let n = 0; n < 365; n += 9) {
    const today = addDays('2026-09-01', n);
    const back = daysBack(calendar, today, 43);
    expect(back).toBeLessThan(130);
    expect(schoolDaysSince(calendar, addDays(today, -back), today, 1000)).toBe(43);
  }
});
