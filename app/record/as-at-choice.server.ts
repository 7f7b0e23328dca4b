import { and, asc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { event } from '~db/schema/record';
import { sizeAsAt } from './as-at.server';
import { isCivilDate, londonDate } from './london-date';

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The day that a page or an export is asked about. */
export interface AsAtChoice {
  /** Civil date; today when none was given or what was given cannot be taken. */
  date: string;
  today: string;
  /** The first day of the school's record; today when it has none yet. */
  began: string;
  /** Events on the record by the end of `date`. */
  size: number;
  /** As it stood in the form. */
  typed: string;
  /** In words, when what was typed cannot be taken. */
  error: string | null;
}

/** Reads `?asAt=`: a day between the first of the school's record and today, both in Europe/London. */
export function chooseAsAt(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  school: string,
  asked: string | null,
): AsAtChoice {
  const today = londonDate(now());
  const began = recordBegan(db, school) ?? today;
  const typed = asked?.trim() ?? '';
  const error = typed === '' ? null : mistakeIn(typed, began, today);
  const date = typed === '' || error ? today : typed;
  return { date, today, began, size: sizeAsAt(db, school, date), typed: typed || date, error };
}

function mistakeIn(typed: string, began: string, today: string): string | null {
  if (!isCivilDate(typed)) {
    return `“${typed.slice(0, 40)}” is not a date in the calendar. Write it as year, month, day: 2026-03-31.`;
  }
  if (typed > today) return 'That day is still to come. Choose today or a day before it.';
  if (typed < began) {
    return `The school’s record begins on ${inWords.format(new Date(`${began}T00:00:00Z`))}. Choose that day or a later one.`;
  }
  return null;
}

/** The civil date of the first entry; null when there is none. */
export function recordBegan(db: Db, school: string): string | null {
  const first = db
    .select({ at: event.at })
    .from(event)
    .where(and(eq(event.school, school), eq(event.seq, 0)))
    .orderBy(asc(event.seq))
    .get();
  return first ? londonDate(first.at) : null;
}
