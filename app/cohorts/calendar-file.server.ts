import ICAL from 'ical.js';
import { lineProblem, oneLine } from '~/people/one-line';
import { addDays, londonDate } from '~/record/london-date';
import { readCalendarName, type Sense } from './calendar-names';
import { type NamedDates, readDates, writeDates } from './dates-in-words';
import { CohortError } from './errors';
import type { Dated } from './term-dates-form';

/** What one entry of a calendar file is to the school; most of what schools publish is no term date at all. */
export type CalendarKind = Dated['kind'] | 'none';

export interface CalendarEntry extends NamedDates {
  kind: CalendarKind;
  /** Why it is read as it is, where its name alone does not say. */
  why?: string;
}

export interface CalendarFile {
  /** In order of their dates. */
  entries: CalendarEntry[];
  /** How many could not be read. */
  unread: number;
  /** How many are from before last year or more than five years ahead. */
  elsewhere: number;
}

const notACalendar =
  'This is not a calendar file (.ics). On the council’s or the school’s website look for “Add to calendar” or “Subscribe”, save the .ics file, and choose that one. Or type the dates: it takes five minutes.';

/**
 * Reads a calendar file (RFC 5545) as councils and schools publish them.
 * @param today civil date
 * @param terms those the school has already, for holidays between two terms need no entry
 * @throws CohortError `unreadable-calendar` when it is something else
 */
export function readCalendarFile(
  text: string,
  today: string,
  terms: readonly NamedDates[],
): CalendarFile {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new CohortError('unreadable-calendar', notACalendar, 'file');
  }
  const events = eventsIn(text);
  if (events.length === 0) {
    throw new CohortError('unreadable-calendar', 'There are no dates in this calendar.', 'file');
  }
  const read = events.map(readEvent);
  const dated = read.filter((one) => one !== null && one !== 'cancelled');
  const near = dated.filter(
    ({ startsOn, endsOn }) => endsOn >= addDays(today, -400) && startsOn <= addDays(today, 5 * 365),
  );
  return {
    entries: sorted(madeOf(once(near), terms)),
    unread: read.filter((one) => one === null).length,
    elsewhere: dated.length - near.length,
  };
}

/**
 * The events, each as the few lines of it that are used. What stands in the rest is often broken: descriptions pasted from
 * web pages with their line ends as they were.
 */
function eventsIn(text: string): string[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  const blocks = unfolded.match(/^BEGIN:VEVENT\n[\s\S]*?^END:VEVENT/gim) ?? [];
  return blocks.map((block) => {
    const own = block.replace(/^BEGIN:VALARM\n[\s\S]*?^END:VALARM/gim, '');
    const used = own.match(/^(DTSTART|DTEND|DURATION|SUMMARY|STATUS)[;:].*$/gim) ?? [];
    return ['BEGIN:VEVENT', ...used, 'END:VEVENT'].join('\r\n');
  });
}

function readEvent(lines: string): NamedDates | 'cancelled' | null {
  try {
    const component = new ICAL.Component(ICAL.parse(lines));
    if (component.getFirstPropertyValue('status') === 'CANCELLED') return 'cancelled';
    const { startDate, endDate, summary } = new ICAL.Event(component);
    if (!startDate) return null;
    const startsOn = dayOf(startDate);
    // The end is the first moment after it (RFC 5545, 3.6.1), and many write the last day all the same.
    const last = endDate?.compare(startDate) > 0 ? beforeEnd(endDate) : startDate;
    const endsOn = dayOf(last);
    return { name: nameOf(summary ?? '', startsOn, endsOn), startsOn, endsOn };
  } catch {
    return null;
  }
}

function beforeEnd(end: ICAL.Time): ICAL.Time {
  const last = end.clone();
  last.adjust(end.isDate ? -1 : 0, 0, 0, end.isDate ? 0 : -1);
  return last;
}

/** The civil date in England. A time that names its zone, or none, is read as it is written. */
const dayOf = (time: ICAL.Time): string =>
  !time.isDate && time.zone?.tzid === 'UTC'
    ? londonDate(time.toJSDate())
    : time.toString().slice(0, 10);

/** One that can stand in the form's line beside its dates; empty when there is none. */
function nameOf(summary: string, startsOn: string, endsOn: string): string {
  const name = oneLine(summary).slice(0, 100);
  if (lineProblem(name)) return '';
  const [back] = readDates(writeDates({ name, startsOn, endsOn }), '').found;
  const same = back?.name === name && back.startsOn === startsOn && back.endsOn === endsOn;
  return same ? name : oneLine(name.replace(/\d[\d\s/.-]*(st|nd|rd|th)?/g, ' ')).slice(0, 60);
}

function once(entries: NamedDates[]): NamedDates[] {
  const seen = new Map(entries.map((one) => [`${one.startsOn} ${one.endsOn} ${one.name}`, one]));
  return sorted([...seen.values()]);
}

const sorted = <T extends NamedDates>(entries: T[]): T[] =>
  entries.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn));

/** The entries with what they are; a first and a last day become the term between them. */
function madeOf(entries: NamedDates[], known: readonly NamedDates[]): CalendarEntry[] {
  const sensed = entries.map((one) => ({ one, sense: readCalendarName(one) }));
  const joined = termsBetween(sensed);
  const plain = sensed.flatMap(({ one, sense }): CalendarEntry[] => {
    if (sense === 'starts' || sense === 'ends') {
      return joined.used.has(one) ? [] : [{ ...one, kind: 'none' }];
    }
    return [{ ...one, kind: sense }];
  });
  const terms = [...known, ...joined.terms, ...plain.filter(({ kind }) => kind === 'term')];
  return [...joined.terms, ...plain.map((one) => withoutHolidays(one, terms))];
}

function termsBetween(sensed: { one: NamedDates; sense: Sense }[]) {
  const used = new Set<NamedDates>();
  const terms: CalendarEntry[] = [];
  let start: NamedDates | null = null;
  for (const { one, sense } of sensed) {
    if (sense === 'starts') start ??= one;
    if (sense !== 'ends' || start === null) continue;
    // The longest term of an English year is under eighteen weeks; a longer stretch has an end missing.
    if (one.endsOn <= addDays(start.startsOn, 18 * 7)) {
      const name = /(autumn|spring|summer|term \d)/i.exec(`${start.name} ${one.name}`)?.[0] ?? '';
      terms.push({
        name: name && /term/i.test(name) ? name : oneLine(`${name} term`),
        ...{ startsOn: start.startsOn, endsOn: one.endsOn, kind: 'term' },
        why: `From “${start.name}” to “${one.name}”`,
      });
      used.add(start).add(one);
    }
    start = null;
  }
  return { used, terms };
}

function withoutHolidays(one: CalendarEntry, terms: readonly NamedDates[]): CalendarEntry {
  const inTerm = terms.some((term) => term.startsOn <= one.endsOn && one.startsOn <= term.endsOn);
  if (one.kind !== 'closed' || terms.length === 0 || inTerm) return one;
  return { ...one, kind: 'none', why: 'Between two terms, where nothing need be entered' };
}

/**
 * The school's dates with those of a calendar beside them: of each kind, what overlaps a new one gives way to it, and the
 * rest stays.
 */
export function datesWith(before: readonly Dated[], chosen: readonly Dated[]): Dated[] {
  const stays = before.filter(
    (old) =>
      !chosen.some(
        (one) => one.kind === old.kind && one.startsOn <= old.endsOn && old.startsOn <= one.endsOn,
      ),
  );
  return [...stays, ...chosen];
}
