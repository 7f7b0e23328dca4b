import { academicYear, addDays } from '~/record/london-date';
import { type Calendar, knownDates, schoolDaysSince } from './calendar';
import { spanInWords } from './dates-in-words';
import type { Dated } from './term-dates-form';

/** A term or a holiday between two, as the form says it back. */
export interface YearLine {
  title: string;
  dates: string;
  /** Null for a holiday. */
  schoolDays: number | null;
  /** “Half-term, 26 October 2026 to 30 October 2026” and the like. */
  notes: string[];
}

export interface YearInWords {
  /** `2026-27`; a term counts where it ends, for some begin the year in the last days of August. */
  year: string;
  /** Civil date: the last day of its last term. */
  until: string;
  lines: YearLine[];
  schoolDays: number;
}

/** The school's days without anybody's leave. */
export function calendarOf(dates: readonly Dated[]): Calendar {
  const of = (kind: Dated['kind']) => dates.filter((d) => d.kind === kind);
  return { terms: of('term'), closed: of('closed'), inset: of('INSET'), leave: [] };
}

/** The years as they stand, from the first term to the last. */
export function yearsInWords(dates: readonly Dated[]): YearInWords[] {
  const calendar = calendarOf(dates);
  const inOrder = [...dates].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const terms = inOrder.filter((d) => d.kind === 'term');
  const years = new Map<string, YearInWords>();
  for (const [n, term] of terms.entries()) {
    const year = academicYear(term.endsOn);
    const found = years.get(year) ?? { year, until: '', lines: [], schoolDays: 0 };
    found.until = term.endsOn;
    const days = daysIn(calendar, term.startsOn, term.endsOn);
    const inside = inOrder.filter(
      (d) => d.kind !== 'term' && d.startsOn <= term.endsOn && term.startsOn <= d.endsOn,
    );
    found.lines.push({
      title: term.name,
      dates: spanInWords(term.startsOn, term.endsOn),
      schoolDays: days,
      notes: inside.map(noteOf),
    });
    found.schoolDays += days;
    const next = terms[n + 1];
    if (next) {
      const [from, to] = [addDays(term.endsOn, 1), addDays(next.startsOn, -1)];
      const also = inOrder.filter(
        (d) => d.kind === 'INSET' && from <= d.startsOn && d.endsOn <= to,
      );
      const insetDays = daysIn(calendar, from, to);
      found.schoolDays += insetDays;
      if (from <= to) {
        found.lines.push({
          title: 'Holiday',
          dates: spanInWords(from, to),
          schoolDays: null,
          notes: also.map(noteOf),
        });
      }
    }
    years.set(year, found);
  }
  return [...years.values()];
}

const noteOf = ({ kind, name, startsOn, endsOn }: Dated) =>
  kind === 'INSET' && !/inset/i.test(name)
    ? `INSET: ${name}, ${spanInWords(startsOn, endsOn)}`
    : `${name}, ${spanInWords(startsOn, endsOn)}`;

function daysIn(calendar: Calendar, from: string, to: string): number {
  return schoolDaysSince(calendar, addDays(from, -1), to, Number.POSITIVE_INFINITY);
}

/** What the calendar does where it knows nothing. */
export function beyondInWords(dates: readonly Dated[]): string {
  const known = knownDates(calendarOf(dates));
  return known
    ? `After ${spanInWords(known.to, known.to)} no dates are known: every Monday to Friday counts as a school day until you enter more.`
    : 'No dates are known yet: every Monday to Friday counts as a school day until you enter them.';
}
