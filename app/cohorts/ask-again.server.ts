import { and, eq, isNull } from 'drizzle-orm';
import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { askedOf } from '~/record/asked-of.server';
import { addDays, londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { assignment, cohortMember } from '~db/schema';
import { askedThroughCohorts } from './asked-through.server';
import { doneAlready, exemptFrom, recordAsked, recordNotAsked } from './asking.server';
import { CohortError } from './errors';
import { readOwnDates } from './own-dates.server';

/** Modules that any of a person's cohorts asks for, done or not. One query. */
export function modulesAskedOf(db: Db, schoolId: string, personId: string): Set<string> {
  const rows = db
    .select({ module: assignment.module })
    .from(cohortMember)
    .innerJoin(assignment, eq(assignment.cohortId, cohortMember.cohortId))
    .where(
      and(
        eq(cohortMember.personId, personId),
        eq(assignment.schoolId, schoolId),
        isNull(assignment.withdrawnAt),
      ),
    )
    .all();
  return new Set(rows.map(({ module }) => module));
}

interface Again {
  personId: string;
  module: string;
  /** The completion that was withdrawn. */
  completionId: string;
  /** Civil date by which they are to do it; null: four weeks from now. */
  dueOn: string | null;
}

/** So many days somebody has, unless the lead gives another day. */
export const daysToDoItAgain = 28;

/**
 * Asks somebody for what their cohorts ask for, because the completion that had answered it was withdrawn: by the day that
 * the lead gives, and never sooner than the others. What nobody asks for any more is not asked of them either, and nothing
 * of somebody who has left.
 * @throws CohortError `bad-date` for a day that is over
 */
export function askAgain(
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
  const given = dueOn ?? addDays(today, daysToDoItAgain);
  if (given < today) throw new CohortError('bad-date', 'Choose today or a later day.', 'dueOn');
  const datesOf = readOwnDates(tx, schoolId);
  for (const row of wanted) {
    const { opensOn } = datesOf(row, { personId, askedOn: today, startDate });
    const by = given > row.dueOn ? given : row.dueOn;
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
