import { and, eq, isNotNull } from 'drizzle-orm';
import { addDays, londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { type assignment, leave, person, schoolDates, type Weekday, weekdays } from '~db/schema';
import type { Span } from './calendar';
import { dueFrom } from './due';
import { ownDates } from './pace';
import { calendarOf } from './year-in-words';

export type AssignmentRow = typeof assignment.$inferSelect;

/** Someone who is asked: since when, and their first day at the school; civil dates. */
export interface AskedSince {
  personId: string;
  askedOn: string;
  startDate: string;
}

/** `opensOn` is left out where it is at once. */
export interface OwnDates {
  opensOn?: string;
  dueOn: string;
}

/** Whether two are the same to someone who looks on a civil date: what has opened is open. */
export function sameDates(a: OwnDates, b: OwnDates, today: string): boolean {
  const toCome = ({ opensOn = '' }: OwnDates) => (opensOn > today ? opensOn : '');
  return a.dueOn === b.dueOn && toCome(a) === toCome(b);
}

/**
 * When an assignment opens and is due for anyone at a school, read in three queries. Given by itself, an assignment gives
 * whoever comes later as many days as it gave the others. A pathway's step is counted in school days, without those on
 * leave or not worked, from the pathway's first day, or from the day on which someone came in.
 */
export function readOwnDates(
  db: Db | Tx,
  schoolId: string,
): (row: AssignmentRow, who: AskedSince) => OwnDates {
  const school = calendarOf(
    db.select().from(schoolDates).where(eq(schoolDates.schoolId, schoolId)).all(),
  );
  const away = new Map<string, Span[]>();
  for (const one of db.select().from(leave).where(eq(leave.schoolId, schoolId)).all()) {
    away.set(one.personId, [...(away.get(one.personId) ?? []), endsSomeDay(one)]);
  }
  const said = db
    .select({ id: person.id, workingDays: person.workingDays })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), isNotNull(person.workingDays)))
    .all();
  const worksOf = new Map(said.map(({ id, workingDays }) => [id, daysWorked(workingDays)]));
  return (row, { personId, askedOn, startDate }) => {
    const { countedFrom, opensOn, dueOn } = row;
    const givenOn = londonDate(row.assignedAt);
    const later = (a: string, b: string) => (a > b ? a : b);
    if (countedFrom === null) {
      return { dueOn: dueFrom({ givenOn, dueOn }, later(askedOn, startDate)) };
    }
    const from = askedOn > givenOn ? askedOn : countedFrom;
    return ownDates(
      { countedFrom, opensOn: opensOn ?? countedFrom, dueOn },
      school,
      {
        calendar: { ...school, leave: away.get(personId) ?? [] },
        works: worksOf.get(personId) ?? null,
      },
      later(from, startDate),
    );
  };
}

/** Monday is 1; null when nobody has said, or it is all five. */
function daysWorked(days: readonly Weekday[] | null): number[] | null {
  if (!days || days.length === 0 || days.length === weekdays.length) return null;
  return days.map((day) => weekdays.indexOf(day) + 1);
}

/** While nobody knows when leave ends, it is taken to last a year; it is counted again once they do. */
const endsSomeDay = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) => ({
  startsOn,
  endsOn: endsOn ?? addDays(startsOn, 365),
});
