import { addDays } from '~/record/london-date';

/** Civil dates; both ends count. An end that is not known yet is null. */
export interface Span {
  startsOn: string;
  endsOn: string | null;
}

/** A school's dates, and one person's leave among them. */
export interface Calendar {
  terms: readonly Span[];
  /** Holidays inside a term, bank holidays, snow: nobody is in. */
  closed: readonly Span[];
  /** Staff are in, whatever else the day is. */
  inset: readonly Span[];
  leave: readonly Span[];
  /** Days of the week on which they are in, Monday being 1; absent: all five. */
  works?: readonly number[];
}

/** Days in a school week. */
export const week = 5;

const within = (spans: readonly Span[], date: string) =>
  spans.some(({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn));

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function isWeekend(date: string): boolean {
  return weekdayOf(date) % 6 === 0;
}

/** From the first day of the first term that was entered to the last of the last; null when none was. */
export function knownDates({
  terms,
}: Pick<Calendar, 'terms'>): { from: string; to: string } | null {
  const starts = terms.map((term) => term.startsOn).sort();
  const ends = terms.map((term) => term.endsOn ?? term.startsOn).sort();
  const [from, to] = [starts[0], ends.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/**
 * A school day is Monday to Friday in term, INSET days included, holidays and closures not. Outside the dates that are
 * known every weekday counts but those entered as closed. A day on leave is no school day for whoever is away.
 */
export function isSchoolDay(calendar: Calendar, date: string): boolean {
  return schoolDayTest(calendar)(date);
}

/** The same for many days of one calendar. */
function schoolDayTest(calendar: Calendar): (date: string) => boolean {
  const known = knownDates(calendar);
  return (date) => {
    if (isWeekend(date) || within(calendar.leave, date)) return false;
    if (calendar.works && !calendar.works.includes(weekdayOf(date))) return false;
    if (within(calendar.inset, date)) return true;
    if (within(calendar.closed, date)) return false;
    const beyond = known === null || date < known.from || date > known.to;
    return beyond || within(calendar.terms, date);
  };
}

export interface SchoolDay {
  /** Civil date. */
  on: string;
  /** It lies beyond the dates that the school has entered, so that weekdays were counted: say so where it is shown. */
  guessed: boolean;
}

/**
 * The n-th school day after a date. n school weeks are `n * week` days.
 * @returns null when leave with no end in sight is in the way
 */
export function schoolDayAfter(calendar: Calendar, start: string, n: number): SchoolDay | null {
  const away = calendar.leave.filter((span) => span.endsOn === null).map((span) => span.startsOn);
  const counts = schoolDayTest(calendar);
  let on = start;
  for (let left = n; left > 0; ) {
    on = addDays(on, 1);
    if (away.some((from) => from <= on)) return null;
    if (counts(on)) left -= 1;
  }
  const known = knownDates(calendar);
  return { on, guessed: known === null || on > known.to || start < known.from };
}

/** The last school day before a date. There is always one: before the first term every weekday counts. */
export function schoolDayBefore(calendar: Calendar, date: string): string {
  const counts = schoolDayTest(calendar);
  let on = addDays(date, -1);
  while (!counts(on)) on = addDays(on, -1);
  return on;
}

/** How many school days came after `start`, up to and with `until`; counting stops at `most`. */
export function schoolDaysSince(
  calendar: Calendar,
  start: string,
  until: string,
  most: number,
): number {
  const counts = schoolDayTest(calendar);
  let days = 0;
  for (let on = addDays(start, 1); on <= until && days < most; on = addDays(on, 1)) {
    if (counts(on)) days += 1;
  }
  return days;
}
