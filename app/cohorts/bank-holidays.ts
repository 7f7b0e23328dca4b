import { addDays } from '~/record/london-date';
import { weekdayOf } from './calendar';

export interface BankHoliday {
  /** Civil date. */
  on: string;
  name: string;
}

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Sunday of Easter by the Gregorian computus (Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return iso(year, Math.floor(n / 31), (n % 31) + 1);
}

const mondayFrom = (date: string) => addDays(date, (8 - weekdayOf(date)) % 7);
const lastMonday = (year: number, month: number) =>
  addDays(mondayFrom(iso(year, month + 1, 1)), -7);

/**
 * England's bank holidays of a year, in order (Banking and Financial Dealings Act 1971). One that falls on a weekend is
 * taken on the next weekday that is not one already. What is proclaimed for one year alone, as for a coronation, is not
 * among them: the lead types it in.
 */
export function bankHolidays(year: number): BankHoliday[] {
  const sunday = easter(year);
  const wanted: BankHoliday[] = [
    { on: iso(year, 1, 1), name: 'New Year’s Day' },
    { on: addDays(sunday, -2), name: 'Good Friday' },
    { on: addDays(sunday, 1), name: 'Easter Monday' },
    { on: mondayFrom(iso(year, 5, 1)), name: 'Early May bank holiday' },
    { on: lastMonday(year, 5), name: 'Spring bank holiday' },
    { on: lastMonday(year, 8), name: 'Summer bank holiday' },
    { on: iso(year, 12, 25), name: 'Christmas Day' },
    { on: iso(year, 12, 26), name: 'Boxing Day' },
  ];
  const taken = new Set(wanted.map(({ on }) => on).filter((on) => weekdayOf(on) % 6 !== 0));
  return wanted
    .map(({ on, name }) => {
      if (weekdayOf(on) % 6 !== 0) return { on, name };
      let instead = on;
      while (weekdayOf(instead) % 6 === 0 || taken.has(instead)) instead = addDays(instead, 1);
      taken.add(instead);
      return { on: instead, name };
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** Those that fall on a day which would otherwise be a school day of these terms. */
export function bankHolidaysIn(
  terms: readonly { startsOn: string; endsOn: string }[],
): BankHoliday[] {
  const years = new Set(
    terms.flatMap((term) => [Number(term.startsOn.slice(0, 4)), Number(term.endsOn.slice(0, 4))]),
  );
  return [...years]
    .sort((a, b) => a - b)
    .flatMap(bankHolidays)
    .filter(({ on }) => terms.some((term) => term.startsOn <= on && on <= term.endsOn));
}
