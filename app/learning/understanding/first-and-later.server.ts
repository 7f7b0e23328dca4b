import { and, asc, eq, isNotNull, lt } from 'drizzle-orm';
import { academicYear, addDays, londonDate, startOfLondonDay } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { attempt, enrolment, recallItem } from '~db/schema';
import { countedIn, type Deed, inFives } from './in-fives';
import { type Share, shareOf } from './share';

/** How many of those counted, of the whole school. */
export interface Counted {
  people: number;
  /** Null of fewer than ten: a share of five reads as that of a school. */
  share: Share | null;
}

/** Of fewer than these no share is said. */
const fewestForShare = 10;

/** What staff understood at first and later: shares of the whole school in words, never of anyone. */
export interface FirstAndLater {
  /** Met the standard at their first go at a module's quiz; null while there is no five of them. */
  first: Counted | null;
  /** Of the questions that came back, had the first one right: 4 and 12 school weeks after. */
  later: { weeks: number; counted: Counted | null }[];
}

const laterWeeks = [4, 12] as const;

interface Done {
  personId: string;
  module: string;
  /** UTC milliseconds. */
  at: number;
  well: boolean | null;
}

/**
 * By the rule of small numbers (`in-fives.ts`): of each module, fives of people in the order in which they came. Of
 * questions that came back, which are deleted after 24 months, the fives are made year by year, of this school year and
 * the last, counted from today, so that none ever changes. Two queries.
 *
 * @param date civil date; what came after its end is not counted
 * @param today civil date
 */
export function firstAndLater(
  db: Db,
  schoolId: string,
  { date, today }: { date: string; today: string },
): FirstAndLater {
  const end = startOfLondonDay(addDays(date, 1));
  const kept = [today, `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`].map(academicYear);
  const later = firstRecalled(db, schoolId, end).filter(({ at }) => kept.includes(yearOf(at)));
  return {
    first: counted(firstGoes(db, schoolId, end), ({ module }) => module),
    later: laterWeeks.map((weeks) => ({
      weeks,
      counted: counted(
        later.filter((done) => done.weeks === weeks),
        ({ module, at }) => `${module} ${yearOf(at)}`,
      ),
    })),
  };
}

const yearOf = (at: number) => academicYear(londonDate(at));

function counted<T extends Done>(done: readonly T[], series: (one: T) => string): Counted | null {
  const deeds = new Map<string, Deed<boolean>[]>();
  for (const one of done) {
    const key = series(one);
    deeds.set(key, [
      ...(deeds.get(key) ?? []),
      { person: one.personId, groups: [], value: one.well },
    ]);
  }
  const values = [...deeds.values()].flatMap((of) => countedIn(inFives(of), null));
  const people = values.length;
  if (people === 0) return null;
  const share = people < fewestForShare ? null : shareOf(values.filter(Boolean).length, people);
  return { people, share };
}

/** Everyone's first go at each module's quiz, oldest first. */
function firstGoes(db: Db, schoolId: string, end: number): Done[] {
  return db
    .select({
      personId: enrolment.personId,
      module: enrolment.module,
      at: attempt.openedAt,
      markedAt: attempt.markedAt,
      well: attempt.standardMet,
    })
    .from(attempt)
    .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
    .where(
      and(eq(enrolment.schoolId, schoolId), isNotNull(attempt.markedAt), lt(attempt.markedAt, end)),
    )
    .orderBy(asc(attempt.markedAt), asc(attempt.id))
    .all();
}

/** The first question that each person answered of each set that came back, oldest first. */
function firstRecalled(db: Db, schoolId: string, end: number): (Done & { weeks: number })[] {
  return db
    .select({
      personId: enrolment.personId,
      module: enrolment.module,
      weeks: recallItem.weeks,
      // They are deleted by the day on which they were asked.
      at: recallItem.askedAt,
      well: recallItem.right,
    })
    .from(recallItem)
    .innerJoin(enrolment, eq(enrolment.id, recallItem.enrolmentId))
    .where(
      and(
        eq(enrolment.schoolId, schoolId),
        isNotNull(recallItem.answeredAt),
        lt(recallItem.answeredAt, end),
      ),
    )
    .orderBy(asc(recallItem.answeredAt), asc(recallItem.id))
    .all();
}
