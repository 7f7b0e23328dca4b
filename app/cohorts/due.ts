import { addDays } from '~/record/london-date';

/** When a module was given to a cohort and by when: civil dates. */
export interface Given {
  givenOn: string;
  dueOn: string;
}

/**
 * By when someone is asked, counted from a civil date: as many days as the whole cohort was given. The cohort's own date
 * when that is later, so that nobody is asked for anything before their first day or sooner than the others.
 */
export function dueFrom({ givenOn, dueOn }: Given, from: string): string {
  const day = 86_400_000;
  const days = Math.max(0, Math.round((Date.parse(dueOn) - Date.parse(givenOn)) / day));
  const own = addDays(from, days);
  return own > dueOn ? own : dueOn;
}
