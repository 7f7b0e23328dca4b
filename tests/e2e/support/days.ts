import { isWeekend } from '~/cohorts/calendar';
import { addDays } from '~/record/london-date';

/** A weekday in July of next year: no holiday, and near enough to be meant. Civil date. */
export function aDayInJuly(): string {
  const first = `${new Date().getFullYear() + 1}-07-01`;
  return [first, addDays(first, 1), addDays(first, 2)].find((day) => !isWeekend(day)) ?? first;
}
