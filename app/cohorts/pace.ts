import { type Calendar, isSchoolDay, schoolDayAfter, schoolDaysSince, week } from './calendar';

/** When a step of a pathway opens and is due: civil dates. */
export interface StepDates {
  opensOn: string;
  dueOn: string;
}

/** A step as its cohort was given it; days are counted from the pathway's first day. */
export interface PacedStep extends StepDates {
  countedFrom: string;
}

/** Someone's own days: the school's calendar with their leave in it, and how many days of the week they work. */
export interface OwnDays {
  calendar: Calendar;
  /** Monday is 1, Friday 5; null when nobody has said, or it is all five. */
  works: readonly number[] | null;
}

/** The first school day on or after a date, or that date when leave without an end is in the way. */
function firstDay(calendar: Calendar, from: string): string {
  return isSchoolDay(calendar, from) ? from : (schoolDayAfter(calendar, from, 1)?.on ?? from);
}

/**
 * When a step opens and is due by the school's calendar: it opens on the first day of one school week and is due on the
 * last of another, counted from a pathway's first day.
 * @returns `guessed`: beyond the dates that the school has entered
 */
export function stepDates(
  calendar: Omit<Calendar, 'leave'>,
  startsOn: string,
  { opens, due }: { opens: number; due: number },
): StepDates & { guessed: boolean } {
  const school = { ...calendar, leave: [] };
  const first = firstDay(school, startsOn);
  const day = (n: number) =>
    schoolDayAfter(school, first, Math.max(0, n)) ?? { on: first, guessed: false };
  const last = day(due * week - 1);
  return { opensOn: day((opens - 1) * week).on, dueOn: last.on, guessed: last.guessed };
}

/** Nobody has more than twice as long as those who work all week: docs/decisions/0019. */
const mostTimes = 2;

/**
 * A step's dates for one person who begins on a civil date: as many days of their own as the cohort was given school
 * days. Days on leave count for none of it; who works part of the week has longer in proportion. Never earlier than the
 * cohort's own dates.
 */
export function ownDates(
  step: PacedStep,
  school: Omit<Calendar, 'leave'>,
  { calendar, works }: OwnDays,
  from: string,
): StepDates {
  if (calendar.leave.length === 0 && works === null && from <= step.countedFrom) {
    return { opensOn: step.opensOn, dueOn: step.dueOn };
  }
  const all = { ...school, leave: [] };
  const share = works && works.length > 0 ? Math.min(1, (mostTimes * works.length) / week) : 1;
  const theirs: Calendar = works && works.length > 0 ? { ...calendar, works } : calendar;
  const cohortFirst = firstDay(all, step.countedFrom);
  const first = firstDay(theirs, from > step.countedFrom ? from : step.countedFrom);
  const moved = (on: string) => {
    const days = schoolDaysSince(all, cohortFirst, on, Number.POSITIVE_INFINITY);
    const own = schoolDayAfter(theirs, first, Math.ceil(days * share))?.on ?? on;
    return own > on ? own : on;
  };
  return { opensOn: moved(step.opensOn), dueOn: moved(step.dueOn) };
}
