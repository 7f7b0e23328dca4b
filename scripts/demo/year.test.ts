import { expect, test } from 'vitest';
import { isWeekend, weekdayOf } from '~/cohorts/calendar';
import { yearsInWords } from '~/cohorts/year-in-words';
import { demoYear } from '~db/demo/term-dates';

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
