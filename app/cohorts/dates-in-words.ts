import { civilDateInWords } from '~/course/said';
import { isCivilDate } from '~/record/london-date';
import { weekdayOf } from './calendar';

/** A line of the term-dates form, once it is read. */
export interface NamedDates {
  name: string;
  /** Civil dates; both ends count. */
  startsOn: string;
  endsOn: string;
}

/** A line that cannot be read; `line` counts from 1. */
export interface LineProblem {
  line: number;
  message: string;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const month = `(?:${months.join('|')})[a-z]*\\.?`;
const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?';
const whole = `${weekday}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|${dayOfMonth}\\s+(?:of\\s+)?${month},?\\s+\\d{4})`;
const part = `${weekday}${dayOfMonth}(?:\\s+(?:of\\s+)?${month})?`;
const to = '\\s*(?:-|–|—|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*';
const dates = new RegExp(`(?<![\\d/.-])(?:(${whole}|${part})${to})?(${whole})(?!\\d)`, 'i');
const another = new RegExp(`(?<![\\d/.-])${whole}|\\d{1,2}\\s+${month}`, 'i');
const noYear = new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}`, 'i');

const example = '26 October 2026 to 30 October 2026';

/**
 * Reads dates as people write them, one thing a line: “Half-term: 26 to 30 October 2026”, “Mon 26/10/26 - Fri 30/10/26”,
 * “1 September 2026, INSET”. What stands before or after the dates is the name.
 */
export function readDates(
  text: string,
  nameless: string,
): { found: (NamedDates & { line: number })[]; problems: LineProblem[] } {
  const found: (NamedDates & { line: number })[] = [];
  const problems: LineProblem[] = [];
  for (const [n, written] of text.split(/\r\n|\r|\n/).entries()) {
    if (written.trim() === '') continue;
    const read = readLine(written.trim(), nameless);
    if (typeof read === 'string') problems.push({ line: n + 1, message: read });
    else found.push({ ...read, line: n + 1 });
  }
  return { found, problems };
}

export const weekdayInWords = (date: string) => weekdays[weekdayOf(date)] ?? '';

/** The dates of a line, or what to mend. */
function readLine(line: string, nameless: string): NamedDates | string {
  const match = dates.exec(line);
  if (!match) {
    return noYear.test(line)
      ? `“${line}” has no year. Write it like this: ${example}.`
      : `“${line}” has no date that can be read. Write it like this: ${example}.`;
  }
  const [all, first, last = ''] = match;
  const before = line.slice(0, match.index);
  const after = line.slice(match.index + all.length);
  if (another.test(before) || another.test(after)) {
    return `“${line}” has more dates than a first and a last day. Give each thing a line of its own.`;
  }
  const end = readDate(last, null);
  if (typeof end === 'string') return end;
  const start = first === undefined ? end : readDate(first, end.date);
  if (typeof start === 'string') return start;
  if (start.date > end.date) {
    return `“${line}” ends before it begins. Check the two dates.`;
  }
  return {
    name: tidyName(before) || tidyName(after) || nameless,
    startsOn: start.date,
    endsOn: end.date,
  };
}

function tidyName(text: string): string {
  return text
    .replace(/\bfrom\s*$/i, '')
    .replace(/^[\s:,;.()–—-]+|[\s:,;(–—-]+$/g, '')
    .replace(/^\(?(.*?)\)?$/, '$1')
    .trim()
    .slice(0, 100);
}

/** A written date; a month or year that is left out is that of `until`. */
function readDate(written: string, until: string | null): { date: string } | string {
  const text = written.toLowerCase().trim();
  const parts =
    /(\d{4})-(\d{2})-(\d{2})/.exec(text)?.slice(1).reverse() ??
    /(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})/.exec(text)?.slice(1) ??
    named(text);
  const [day = '', monthSaid, yearSaid] = parts;
  const month = monthSaid ?? until?.slice(5, 7) ?? '';
  const year = fullYear(yearSaid) ?? until?.slice(0, 4) ?? '';
  let date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // “19 December to 4 January 2027” begins the year before.
  if (!yearSaid && until !== null && date > until && monthSaid) {
    date = `${Number(year) - 1}${date.slice(4)}`;
  }
  if (!isCivilDate(date))
    return `“${written.trim()}” is not in the calendar. Check the day and month.`;
  const said = weekdays.findIndex((name) => text.startsWith(name.toLowerCase().slice(0, 3)));
  const really = weekdayOf(date);
  if (said >= 0 && said !== really) {
    return `${civilDateInWords(date)} is a ${weekdays[really]}, and the line says ${weekdays[said]}. Check which is right.`;
  }
  return { date };
}

function named(text: string): (string | undefined)[] {
  const [, day, word, year] =
    /(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?([a-z]{3})[a-z]*\.?)?(?:,?\s+(\d{4}))?/.exec(text) ??
    [];
  return [day, word && String(months.indexOf(word) + 1), year];
}

function fullYear(year: string | undefined): string | undefined {
  return year?.length === 2 ? `20${year}` : year;
}

/** As `readDates` reads it back. */
export function writeDates({ name, startsOn, endsOn }: NamedDates): string {
  return `${name}: ${spanInWords(startsOn, endsOn)}`;
}

/** “1 September 2026”, or “26 October 2026 to 30 October 2026”. */
export function spanInWords(startsOn: string, endsOn: string): string {
  const end = civilDateInWords(endsOn);
  return startsOn === endsOn ? end : `${civilDateInWords(startsOn)} to ${end}`;
}

/** “Tuesday 1 September 2026”. */
export function dayInWords(date: string): string {
  return `${weekdays[weekdayOf(date)]} ${civilDateInWords(date)}`;
}
