import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { askedOf } from '~/record/asked-of.server';
import { addDays, londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { assignment, cohortMember } from '~db/schema';
import { askedThroughCohorts } from './asked-through.server';
import { doneAlready, exemptFrom, recordAsked, recordNotAsked } from './asking.server';
import { schoolDayAfter } from './calendar';
import { CohortError } from './errors';
import { readOwnDates } from './own-dates.server';
import { calendarFor } from './school-calendar.server';

/** Modules that any of a person's cohorts asks for, done or not, each with the latest day (civil date) of those. One query. */
export function modulesAskedOf(db: Db, schoolId: string, personId: string): Map<string, string> {
  const rows = db
    .select({ module: assignment.module, dueOn: assignment.dueOn })
    .from(cohortMember)
    .innerJoin(assignment, eq(assignment.cohortId, cohortMember.cohortId))
    .where(
      and(
        eq(cohortMember.personId, personId),
        eq(assignment.schoolId, schoolId),
        isNull(assignment.withdrawnAt),
      ),
    )
    .orderBy(asc(assignment.dueOn))
    .all();
  return new Map(rows.map(({ module, dueOn }) => [module, dueOn]));
}

/** So many days somebody has, unless the lead gives another day. */
const daysToDoItAgain = 28;

/**
 * By when somebody does a module anew, unless the lead gives another day: four weeks from now, or on the latest of these
 * days where that is later; the first school day from then on that is no day of their leave. Civil dates.
 */
export function dayToDoItAgain(
  db: Db,
  whose: { schoolId: string; personId: string },
  today: string,
  others: Iterable<string> = [],
): string {
  const from = [addDays(today, daysToDoItAgain), ...others].sort().at(-1) ?? today;
  const calendar = calendarFor(db, whose);
  const dayBefore = addDays(from, -1);
  // While nobody knows when somebody is back, they have the school's day: the lead sees it and may give another.
  const found =
    schoolDayAfter(calendar, dayBefore, 1) ??
    schoolDayAfter({ ...calendar, leave: [] }, dayBefore, 1);
  return found?.on ?? from;
}

interface Again {
  personId: string;
  module: string;
  /** The completion that was withdrawn. */
  completionId: string;
  /** Civil date by which they are to do it, as the lead said; null where they said none. */
  dueOn: string | null;
}

/**
 * Asks somebody for what their cohorts ask for, because the completion that had answered it was withdrawn: by the day that
 * the lead gives, whatever the cohort's is; where they give none, see `dayToDoItAgain`. What nobody asks for any more is
 * not asked of them either, and nothing of somebody who has left.
 * @param db the same database, outside of the transaction that is under way in it: only its calendar is read
 * @throws CohortError `bad-date` for a day that is over
 */
export function askAgain(
  db: Db,
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Pick<Course, 'module'>,
  { personId, module, completionId, dueOn }: Again,
): void {
  const { schoolId } = actor;
  const today = londonDate(now);
  const through = askedThroughCohorts(tx, schoolId, [personId]);
  const rows = [...through.keys()].filter((row) => row.module === module);
  for (const asked of askedOf(tx, personId)) {
    if (asked.module !== module || rows.some(({ id }) => id === asked.assignment)) continue;
    const row = { id: asked.assignment, module };
    recordNotAsked(tx, now, actor, row, personId, whyNot(tx, asked.assignment));
  }
  const wanted = rows.filter(({ id }) => !exemptFrom(tx, id).has(personId));
  const { startDate, leaveDate } = staffRow(tx, schoolId, personId);
  // Whoever has left is asked for nothing, whatever their cohorts go on asking for.
  const left = leaveDate !== null && leaveDate < today;
  if (left || wanted.length === 0) return;
  if (doneAlready(tx, course, schoolId, module).has(personId)) return;
  if (dueOn !== null && dueOn < today)
    throw new CohortError('bad-date', 'Choose today or a later day.', 'dueOn');
  const datesOf = readOwnDates(tx, schoolId);
  for (const row of wanted) {
    const { opensOn } = datesOf(row, { personId, askedOn: today, startDate });
    const by = dueOn ?? dayToDoItAgain(db, { schoolId, personId }, today, [row.dueOn]);
    const opens = opensOn !== undefined && opensOn <= by ? { opensOn } : {};
    recordAsked(tx, now, actor, course, row, personId, {
      ...opens,
      dueOn: by,
      again: completionId,
    });
  }
}

function whyNot(tx: Tx, assignmentId: string) {
  const row = tx.select().from(assignment).where(eq(assignment.id, assignmentId)).get();
  return row?.withdrawnAt === null ? 'no longer in the cohort' : 'assignment withdrawn';
}
