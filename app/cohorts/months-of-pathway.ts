import type { StepDates } from './pace';
import type { Dated } from './term-dates-form';

export interface CalendarStep extends StepDates {
  title: string;
  /** As published. */
  minutes: number;
  paidMinutes: number;
}

/** One thing in a month. `until` is the last day where it takes several. */
export interface CalendarEntry {
  on: string;
  until?: string;
  kind: 'opens' | 'due' | 'term' | 'closed' | 'INSET';
  words: string;
}

export interface CalendarMonth {
  /** `2026-09`. */
  month: string;
  entries: CalendarEntry[];
}

const order: CalendarEntry['kind'][] = ['term', 'closed', 'INSET', 'opens', 'due'];

/**
 * What a pathway makes of the school's year, month by month from its first day to its last: terms, closed days and INSET
 * days among what opens and is due. Months in which nothing happens are there too, and empty.
 */
export function monthsOfPathway(
  steps: readonly CalendarStep[],
  dates: readonly Dated[],
  startsOn: string,
): CalendarMonth[] {
  const last =
    steps
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? startsOn;
  const first = [startsOn, ...steps.map(({ opensOn }) => opensOn)].sort()[0] ?? startsOn;
  const entries = [...steps.flatMap(entriesOf), ...dates.flatMap(datesOf)].sort(
    (a, b) => a.on.localeCompare(b.on) || order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const months: CalendarMonth[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = monthAfter(month)) {
    months.push({ month, entries: entries.filter(({ on }) => on.startsWith(month)) });
  }
  return months;
}

function entriesOf({ title, minutes, paidMinutes, opensOn, dueOn }: CalendarStep): CalendarEntry[] {
  const time = `about ${minutes} minutes, paid for ${paidMinutes}`;
  return [
    { on: opensOn, kind: 'opens', words: `“${title}” opens: ${time}` },
    { on: dueOn, kind: 'due', words: `“${title}” is due` },
  ];
}

function datesOf({ kind, name, startsOn, endsOn }: Dated): CalendarEntry[] {
  if (kind === 'term') {
    return [
      { on: startsOn, kind, words: `${name}: term begins` },
      { on: endsOn, kind, words: `${name}: term ends` },
    ];
  }
  const words = kind === 'INSET' ? (/inset/i.test(name) ? name : `INSET: ${name}`) : closed(name);
  return [{ on: startsOn, kind, words, ...(endsOn > startsOn ? { until: endsOn } : {}) }];
}

const closed = (name: string) => (/closed/i.test(name) ? name : `${name}, closed`);

function monthAfter(month: string): string {
  const [year = 0, n = 0] = month.split('-').map(Number);
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
}
