import { type Calendar, isSchoolDay, weekdayOf } from '~/cohorts/calendar';
import { addDays, londonDate } from '~/record/london-date';

const minute = 60_000;
const everyWeekday: Calendar = { terms: [], closed: [], inset: [], leave: [] };

/**
 * The set clock of the demonstration school: it only goes forward, and never past the moment of making. What happened so
 * many days ago is set out over the school days there were since the school began, in the same order: nobody learns in
 * the holidays.
 */
export class DemoClock {
  private at: number;
  /** School days before today, newest first. */
  private readonly days: string[] = [];
  private readonly today: string;

  constructor(
    readonly made: number,
    private readonly began: number,
    private readonly calendar: Calendar = everyWeekday,
  ) {
    this.today = londonDate(made);
    let start = addDays(this.today, -began);
    while (!isSchoolDay(calendar, start)) start = addDays(start, -1);
    for (let on = addDays(this.today, -1); on >= start; on = addDays(on, -1)) {
      if (isSchoolDay(calendar, on)) this.days.push(on);
    }
    this.at = this.timeOn(start, 8);
  }

  readonly now = (): Date => new Date(this.at);

  /** Civil date of a school day, that many days before the making; before the school began, a weekday. Negative: after. */
  date(daysAgo: number): string {
    const on = addDays(this.today, -daysAgo);
    if (daysAgo > this.began) {
      const weekday = weekdayOf(on);
      return weekday % 6 === 0 ? addDays(on, weekday === 0 ? 1 : 2) : on;
    }
    if (daysAgo <= 0) return this.from(on, () => true);
    return this.back(Math.floor(((daysAgo - 1) * this.days.length) / this.began) + 1);
  }

  /** So many school days before the making. */
  back(schoolDays: number): string {
    const on = this.days[schoolDays - 1];
    if (on === undefined) throw new Error(`There were not ${schoolDays} school days`);
    return on;
  }

  /** The first of this weekday (Monday is 1) on a date or after it that is a school day. */
  weekdayFrom(date: string, weekday: number): string {
    return this.from(date, (on) => weekdayOf(on) === weekday);
  }

  /** The same before today; the date itself where no such day is left. */
  weekdayBetween(date: string, weekday: number): string {
    return this.days.findLast((on) => on >= date && weekdayOf(on) === weekday) ?? date;
  }

  /** UTC milliseconds on a date, at that hour; never after the making. */
  timeOn(date: string, hour: number, minutes = 0): number {
    const time = `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    return Math.min(Date.parse(`${date}T${time}:00Z`), this.made - minute);
  }

  goTo(time: number): void {
    this.at = Math.max(this.at, Math.min(time, this.made));
  }

  pass(minutes: number): void {
    this.goTo(this.at + minutes * minute);
  }

  private from(date: string, fits: (on: string) => boolean): string {
    let on = date;
    while (!isSchoolDay(this.calendar, on) || !fits(on)) on = addDays(on, 1);
    return on;
  }
}
