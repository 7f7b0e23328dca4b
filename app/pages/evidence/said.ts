import { civilDateInWords } from '~/course/said';
import type { Count } from '~/record/standing';

/** "2 in progress, 1 not started": only what there is; a dash when everyone is trained. */
export function notYetInWords({ inProgress, notStarted, notOpen, notAsked }: Count): string {
  const parts = [
    [inProgress, 'in progress'],
    [notStarted, 'not started'],
    [notOpen, 'not open yet'],
    [notAsked, 'not asked'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return said.length > 0 ? said.join(', ') : '–';
}

const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Beside a table of sessions that somebody attended who is not among the staff of the page. */
export const attendedCounts =
  'Attended counts everyone who was there, those too who were not on the staff on the day of this page.';

/** A civil date for a table, on one line: 22 Oct 2026. */
export function shortDate(date: string): string {
  return short.format(new Date(`${date}T00:00:00Z`)).replaceAll(' ', '\u00A0');
}

/** Beside the day of a session whose people were entered from a list; nothing where its own register was filled in. */
export function enteredLater({ people, fromList }: { people: number; fromList: number }): string {
  if (fromList === 0) return '';
  const who = fromList === people ? '' : `${fromList} of the ${people} `;
  return `${who}entered later, from the school’s own list`;
}

/** “3 November 2024 (entered later, from the school’s own list)”. */
export function heldInWords(session: { heldOn: string; people: number; fromList: number }): string {
  const entered = enteredLater(session);
  return `${civilDateInWords(session.heldOn)}${entered ? ` (${entered})` : ''}`;
}
