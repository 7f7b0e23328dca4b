import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { askedBy, askedOf } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { assignment, cohort } from '~db/schema';
import { ask, doneAlready, recordNotAsked } from './asking.server';
import { cohortRow } from './cohorts.server';
import { CohortError } from './errors';
import { membersOf } from './members.server';
import type { AssignmentRow } from './own-dates.server';

export interface NewAssignment {
  cohortId: string;
  module: string;
  /** Civil date. */
  dueOn: string;
  /** Minutes of paid time given for it. */
  paidMinutes: number;
  /** When that paid time is, in the lead's words. */
  paidTime: string;
}

/** What someone is asked to learn. */
export interface Asked {
  assignmentId: string;
  module: string;
  /** From when; null when it is open. */
  opensOn: string | null;
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
}

/**
 * Gives a module to a cohort: one `assigned` event for each member who has neither left nor done it already. Returns the
 * assignment's id.
 */
export function assignModule(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  given: NewAssignment,
): string {
  return inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, given.cohortId);
    const [problem] = assignmentProblems({ db: tx, now, course }, actor.schoolId, given);
    if (problem) throw problem;
    const alone = { givenPathwayId: null, countedFrom: null, opensOn: null };
    return insertAssignment(tx, now(), actor, course, { ...given, ...alone });
  });
}

/** Gives a module that nothing keeps from being given, inside the caller's transaction. Returns the assignment's id. */
export function insertAssignment(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Pick<Attune['course'], 'module'>,
  given: NewAssignment & Pick<AssignmentRow, 'givenPathwayId' | 'countedFrom' | 'opensOn'>,
): string {
  const row: AssignmentRow = {
    id: uuid(),
    schoolId: actor.schoolId,
    ...given,
    paidTime: given.paidTime.trim(),
    assignedBy: actor.personId,
    assignedAt: now.getTime(),
    withdrawnAt: null,
  };
  tx.insert(assignment).values(row).run();
  const today = londonDate(now);
  const here = membersOf(tx, actor.schoolId, given.cohortId).filter(
    ({ leaveDate }) => !leaveDate || leaveDate >= today,
  );
  ask(tx, now, actor, course, row, here);
  return row.id;
}

/**
 * All that keeps a module from being given, so that a form can say it at once. Without a cohort's id nothing is said of
 * the cohort. @throws CohortError `not-here` when it is not at this school.
 */
export function assignmentProblems(
  { db, now, course }: Pick<Attune, 'now' | 'course'> & { db: Db | Tx },
  schoolId: string,
  { cohortId, module, dueOn }: Pick<NewAssignment, 'cohortId' | 'module' | 'dueOn'>,
): CohortError[] {
  const problems: CohortError[] = [];
  if (!course.module(module)) {
    problems.push(
      new CohortError('no-such-module', 'That module is not open to learners.', 'module'),
    );
  }
  if (cohortId) {
    const { name } = cohortRow(db, schoolId, cohortId);
    if (isGiven(db, cohortId, module)) {
      const words = `${name} has this module already. Its date can be changed on the cohort’s page.`;
      problems.push(new CohortError('assigned-already', words, 'module'));
    }
  }
  if (dueOn < londonDate(now())) {
    problems.push(new CohortError('bad-date', 'Choose today or a later day.', 'dueOn'));
  }
  return problems;
}

/** The cohort was given this module, and it was not taken back. */
export function isGiven(db: Db | Tx, cohortId: string, module: string): boolean {
  const already = db
    .select({ id: assignment.id })
    .from(assignment)
    .where(
      and(
        eq(assignment.cohortId, cohortId),
        eq(assignment.module, module),
        isNull(assignment.withdrawnAt),
      ),
    )
    .get();
  return already !== undefined;
}

/** Takes an assignment back: nobody is asked any more, and what was done stays done. */
export function withdrawAssignment(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  assignmentId: string,
): void {
  inTransaction(db, (tx) => {
    const row = tx
      .select()
      .from(assignment)
      .where(and(eq(assignment.schoolId, actor.schoolId), eq(assignment.id, assignmentId)))
      .get();
    if (!row) throw new CohortError('not-here', 'There is no such assignment.', '', 404);
    if (row.withdrawnAt === null) withdrawRow(tx, now(), actor, row);
  });
}

/** The same for one that is not taken back yet, inside the caller's transaction. */
export function withdrawRow(
  tx: Tx,
  now: Date,
  actor: Actor,
  row: Pick<AssignmentRow, 'id' | 'module'>,
): void {
  tx.update(assignment).set({ withdrawnAt: now.getTime() }).where(eq(assignment.id, row.id)).run();
  for (const { personId } of askedBy(tx, actor.schoolId, row.id)) {
    recordNotAsked(tx, now, actor, row, personId, 'assignment withdrawn');
  }
}

/**
 * What one person is asked to learn and has not done, the earliest due first. Who is asked, and by when, is the record's
 * to say, as on the overview and in exports.
 */
export function assignmentsOf(db: Db, personId: string): Asked[] {
  const asked = askedOf(db, personId);
  if (asked.length === 0) return [];
  const ids = asked.map((one) => one.assignment);
  const paid = db
    .select({
      id: assignment.id,
      paidMinutes: assignment.paidMinutes,
      paidTime: assignment.paidTime,
    })
    .from(assignment)
    .where(inArray(assignment.id, ids))
    .all();
  const paidFor = new Map(paid.map(({ id, ...time }) => [id, time]));
  return asked
    .flatMap(({ assignment: assignmentId, module, opensOn = null, dueOn }) => {
      const time = paidFor.get(assignmentId);
      return time ? [{ assignmentId, module, opensOn, dueOn, ...time }] : [];
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.assignmentId.localeCompare(b.assignmentId));
}

/** How many one assignment asks, and how many of the cohort who are here have done it already. Two queries. */
export function reachOf(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  { assignmentId, module }: Pick<Asked, 'assignmentId' | 'module'>,
  members: readonly { id: string }[],
): { asked: number; done: number } {
  const done = doneAlready(db, course, schoolId, module);
  const asked = new Set(askedBy(db, schoolId, assignmentId).map(({ personId }) => personId));
  return {
    asked: members.filter(({ id }) => asked.has(id)).length,
    done: members.filter(({ id }) => done.has(id)).length,
  };
}

/** What a school's cohorts are asked, the earliest due first; of one cohort when its id is given. */
export function openAssignments(
  db: Db,
  schoolId: string,
  cohortId?: string,
): (Asked & { cohortId: string; cohort: string; givenPathwayId: string | null })[] {
  return db
    .select({
      assignmentId: assignment.id,
      module: assignment.module,
      givenPathwayId: assignment.givenPathwayId,
      opensOn: assignment.opensOn,
      dueOn: assignment.dueOn,
      paidMinutes: assignment.paidMinutes,
      paidTime: assignment.paidTime,
      cohortId: cohort.id,
      cohort: cohort.name,
    })
    .from(assignment)
    .innerJoin(cohort, eq(cohort.id, assignment.cohortId))
    .where(
      and(
        eq(assignment.schoolId, schoolId),
        isNull(assignment.withdrawnAt),
        cohortId === undefined ? undefined : eq(assignment.cohortId, cohortId),
      ),
    )
    .orderBy(asc(assignment.dueOn), asc(cohort.name), asc(assignment.id))
    .all();
}
