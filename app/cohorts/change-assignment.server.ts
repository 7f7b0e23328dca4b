import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { askedAnew } from '~/record/asked-anew.server';
import { askedBy } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { assignment, person } from '~db/schema';
import { recordAsked } from './asking.server';
import type { NewAssignment } from './assignments.server';
import { stillHere } from './cohorts.server';
import { CohortError } from './errors';
import { type AssignmentRow, readOwnDates, sameDates } from './own-dates.server';

/** A module as one cohort was given it, not taken back. @throws CohortError `not-here`, also for another cohort's id. */
export function givenTo(
  db: Db | Tx,
  schoolId: string,
  cohortId: string,
  assignmentId: string,
): AssignmentRow {
  const row = db
    .select()
    .from(assignment)
    .where(
      and(
        eq(assignment.schoolId, schoolId),
        eq(assignment.cohortId, cohortId),
        eq(assignment.id, assignmentId),
        isNull(assignment.withdrawnAt),
      ),
    )
    .get();
  if (!row) {
    throw new CohortError('not-here', 'This cohort was not given that module.', '', 404);
  }
  return row;
}

/** What keeps a new date from standing: it has passed, and is not the one there was. */
export function newDateProblems(
  { now }: Pick<Attune, 'now'>,
  row: Pick<AssignmentRow, 'dueOn'>,
  dueOn: string,
  opensOn = '',
): CohortError[] {
  if (opensOn > dueOn) {
    return [new CohortError('bad-date', 'It is due before it opens. Check both.', 'dueOn')];
  }
  if (dueOn === row.dueOn || dueOn >= londonDate(now())) return [];
  return [new CohortError('bad-date', 'Choose today or a later day.', 'dueOn')];
}

/**
 * Changes by when a cohort is asked, and the paid time for it. Whoever has not done it yet and has not left the school
 * is asked by the new date, those who came later with as many days as the others; one event for each of them. Whoever is
 * asked anew because a completion was withdrawn keeps the day of their own.
 */
export function changeAssignment(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  given: Omit<NewAssignment, 'module'> & { assignmentId: string; opensOn?: string },
): void {
  inTransaction(db, (tx) => {
    const before = givenTo(tx, actor.schoolId, given.cohortId, given.assignmentId);
    const [problem] = newDateProblems({ now }, before, given.dueOn, given.opensOn);
    if (problem) throw problem;
    const { dueOn, paidMinutes } = given;
    // What was given by itself is open from that day: only a pathway's steps open later.
    const opensOn = before.opensOn === null ? null : (given.opensOn ?? before.opensOn);
    const row = { ...before, opensOn, dueOn, paidMinutes, paidTime: given.paidTime.trim() };
    tx.update(assignment)
      .set({ opensOn, dueOn, paidMinutes, paidTime: row.paidTime })
      .where(eq(assignment.id, row.id))
      .run();
    const asked = askedBy(tx, actor.schoolId, row.id);
    const ids = asked.map(({ personId }) => personId);
    const here = tx
      .select({ id: person.id, startDate: person.startDate })
      .from(person)
      .where(and(inArray(person.id, ids), stillHere(londonDate(now()))))
      .all();
    const starts = new Map(here.map(({ id, startDate }) => [id, startDate]));
    const datesOf = readOwnDates(tx, actor.schoolId);
    const anew = askedAnew(tx, actor.schoolId);
    for (const asking of asked) {
      const { personId, assignedOn } = asking;
      const startDate = starts.get(personId);
      if (startDate === undefined) continue;
      const dates = anew.has(`${row.id} ${personId}`)
        ? asking
        : datesOf(row, { personId, askedOn: assignedOn, startDate });
      const same = sameDates(asking, dates, londonDate(now()));
      if (same && paidMinutes === before.paidMinutes) continue;
      recordAsked(tx, now(), actor, course, row, personId, dates);
    }
  });
}
