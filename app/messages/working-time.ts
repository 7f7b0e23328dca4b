import { type Calendar, isSchoolDay, weekdayOf } from '~/cohorts/calendar';
import { addDays, londonDate, startOfLondonDay } from '~/record/london-date';
import { type Weekday, weekdays } from '~db/schema';

/** Between these hours, Europe/London, a reminder may arrive. */
export const firstHour = 8;
export const lastHour = 17;
/** A message waits no longer than this for its reader's next working hour. */
export const waitDays = 7;

export const everyDay: readonly number[] = [1, 2, 3, 4, 5];

/** When somebody may be written to. */
export interface Hours {
  /** The school's dates with their leave among them. */
  calendar: Calendar;
  /** 1 is Monday, 5 Friday. */
  days: readonly number[];
  /** Civil dates; they work here from the first to the last. */
  startDate: string;
  leaveDate: string | null;
}

const hour = 3_600_000;

/** The instant at which an hour of a Monday to Friday begins in Europe/London: clocks change on Sundays only. */
export const atHour = (date: string, of: number) => startOfLondonDay(date) + of * hour;

/** The Monday of a date's week; at a weekend, of the week to come. */
export function weekOf(date: string): string {
  const weekday = weekdayOf(date);
  if (weekday === 0) return addDays(date, 1);
  return addDays(date, weekday === 6 ? 2 : 1 - weekday);
}

/**
 * The next instant, from `now` on, within somebody's working hours; null when there is none in the next seven days.
 * @param now UTC milliseconds
 */
export function nextWorkingMoment(
  { calendar, days, startDate, leaveDate }: Hours,
  now: number,
): number | null {
  const today = londonDate(now);
  for (let n = 0; n <= waitDays; n += 1) {
    const date = addDays(today, n);
    const here = startDate <= date && (leaveDate === null || date <= leaveDate);
    if (!here || !days.includes(weekdayOf(date)) || !isSchoolDay(calendar, date)) continue;
    if (now < atHour(date, lastHour)) return Math.max(now, atHour(date, firstHour));
  }
  return null;
}

/** As numbers; null when the staff list does not say. */
export const workingDays = ({ workingDays: said }: { workingDays: Weekday[] | null }) =>
  said?.map((day) => weekdays.indexOf(day) + 1) ?? null;

/** The days of both, or, when they share none, the first: nobody is silenced by a timetable that changed. */
export function daysFor(working: readonly number[] | null, chosen: readonly number[] | null) {
  const days = working && working.length > 0 ? working : everyDay;
  const both = days.filter((day) => (chosen ?? everyDay).includes(day));
  return both.length > 0 ? both : days;
}
