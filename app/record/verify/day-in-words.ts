import { isCivilDate } from '../london-date';

const written = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** `2026-10-05` as “5 October 2026”, as on a certificate; what is no date in the calendar stays as it is. */
export function dayInWords(date: string): string {
  return isCivilDate(date) ? written.format(new Date(`${date}T00:00:00Z`)) : date;
}
