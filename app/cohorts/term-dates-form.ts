import { lineProblem } from '~/people/one-line';
import { dayProblem } from '~/record/plausible-day';
import type { SchoolDatesKind } from '~db/schema/cohorts';
import { bankHolidaysIn } from './bank-holidays';
import { isWeekend } from './calendar';
import { dayInWords, type NamedDates, readDates, writeDates } from './dates-in-words';

/** The three boxes of the form, as typed: one thing a line. */
export interface TermDatesTyped {
  terms: string;
  closed: string;
  inset: string;
}

export type Dated = NamedDates & { kind: SchoolDatesKind };

/** What an entry is called that nobody gave a name. */
export const nameless: Record<SchoolDatesKind, string> = {
  term: 'Term',
  closed: 'Closed',
  INSET: 'INSET day',
};

/**
 * What the boxes say, or what to mend in each, naming the line.
 * @param today civil date
 * @param closeBankHolidays adds England's bank holidays that fall in a term and are not among the closed days yet
 */
export function readTermDates(
  typed: TermDatesTyped,
  closeBankHolidays: boolean,
  today: string,
): { dates: Dated[]; errors: Record<string, string[]> } {
  const errors: Record<string, string[]> = {};
  const mend = (box: keyof TermDatesTyped, line: number, message: string) => {
    errors[box] = [...(errors[box] ?? []), `Line ${line}: ${message}`];
  };
  const read = (box: keyof TermDatesTyped, kind: SchoolDatesKind) => {
    const { found, problems } = readDates(typed[box], nameless[kind]);
    for (const { line, message } of problems) mend(box, line, message);
    for (const { line, name, startsOn, endsOn } of found) {
      // Councils publish terms some years ahead.
      const day = dayProblem(startsOn, today, 5) ?? dayProblem(endsOn, today, 5);
      const odd = day ?? lineProblem(name);
      if (odd) mend(box, line, odd);
    }
    return found;
  };
  const terms = read('terms', 'term').sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const closed = read('closed', 'closed');
  const inset = read('inset', 'INSET');

  for (const [n, term] of terms.entries()) {
    const before = terms[n - 1];
    if (before && term.startsOn <= before.endsOn) {
      mend('terms', term.line, `${term.name} begins before ${before.name} has ended. Check both.`);
    }
  }
  for (const day of inset) {
    if (day.startsOn === day.endsOn && isWeekend(day.startsOn)) {
      mend('inset', day.line, `${dayInWords(day.startsOn)} is at a weekend. Check the date.`);
    }
  }

  const held = closeBankHolidays ? missingBankHolidays(terms, closed) : [];
  const plain = (kind: SchoolDatesKind) => (d: NamedDates) => ({
    kind,
    name: d.name,
    startsOn: d.startsOn,
    endsOn: d.endsOn,
  });
  const dates = [
    ...terms.map(plain('term')),
    ...[...closed, ...held].map(plain('closed')),
    ...inset.map(plain('INSET')),
  ];
  return { dates, errors };
}

const asked = 'Put them back, or tick the box below to save without any.';

/** What to ask when every term would go: with none, every weekday is a school day. Null while one stays, or none was there. */
export function termsLost(before: readonly Dated[], after: readonly Dated[]): string | null {
  const terms = (dates: readonly Dated[]) => dates.filter(({ kind }) => kind === 'term').length;
  const had = terms(before);
  if (had === 0 || terms(after) > 0) return null;
  const box = had === 1 ? 'There was one term here' : `There were ${had} terms here`;
  return `${box}, and the box is empty now. Without terms, every Monday to Friday counts as a school day. ${asked}`;
}

/** Whether these words are that question. */
export const asksAboutTerms = (words: string) => words.endsWith(asked);

/** England's bank holidays in these terms on which the school is not closed anyway. */
export function missingBankHolidays(
  terms: readonly NamedDates[],
  closed: readonly NamedDates[],
): NamedDates[] {
  return bankHolidaysIn(terms)
    .filter(({ on }) => !closed.some(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn))
    .map(({ on, name }) => ({ name, startsOn: on, endsOn: on }));
}

/** The boxes as they are filled from what is stored, in the order of dates. */
export function typedFrom(dates: readonly Dated[]): TermDatesTyped {
  const box = (kind: SchoolDatesKind) =>
    dates
      .filter((d) => d.kind === kind)
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn))
      .map(writeDates)
      .join('\n');
  return { terms: box('term'), closed: box('closed'), inset: box('INSET') };
}
