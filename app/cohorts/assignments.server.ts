import { and, asc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { assignment, cohort, cohortMember } from '~db/schema';
import { recordAsked, recordNotAsked } from './asking.server';
import { cohortRow } from './cohorts.server';
import { CohortError } from './errors';
import { membersOf } from './members.server';

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
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
}

/** Gives a module to a cohort: one `assigned` event for each member who has not left. Returns the assignment's id. */
export function assignModule(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  given: NewAssignment,
): string {
  return inTransaction(db, (tx) => {
    const today = londonDate(now());
    cohortRow(tx, actor.schoolId, given.cohortId);
    const [problem] = assignmentProblems({ db: tx, now, course }, actor.schoolId, given);
    if (problem) throw problem;
    const row: typeof assignment.$inferSelect = {
      id: uuid(),
      schoolId: actor.schoolId,
      ...given,
      paidTime: given.paidTime.trim(),
      assignedBy: actor.personId,
      assignedAt: now().getTime(),
      withdrawnAt: null,
    };
    tx.insert(assignment).values(row).run();
    for (const { id, leaveDate } of membersOf(tx, actor.schoolId, given.cohortId)) {
      if (leaveDate && leaveDate < today) continue;
      recordAsked(tx, now(), actor, course, row, id);
    }
    return row.id;
  });
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
      const words = `${name} has this module already. To change its date, take that one back first.`;
      problems.push(new CohortError('assigned-already', words, 'module'));
    }
  }
  if (dueOn < londonDate(now())) {
    problems.push(new CohortError('bad-date', 'Choose today or a later day.', 'dueOn'));
  }
  return problems;
}

function isGiven(db: Db | Tx, cohortId: string, module: string): boolean {
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
    if (row.withdrawnAt !== null) return;
    tx.update(assignment)
      .set({ withdrawnAt: now().getTime() })
      .where(eq(assignment.id, assignmentId))
      .run();
    const askedOn = londonDate(row.assignedAt);
    for (const { id, leaveDate } of membersOf(tx, actor.schoolId, row.cohortId)) {
      if (leaveDate && leaveDate < askedOn) continue;
      recordNotAsked(tx, now(), actor, row, id, 'assignment withdrawn');
    }
  });
}

/** What one person is asked to learn, the earliest due first. */
export function assignmentsOf(db: Db, personId: string): Asked[] {
  return db
    .select({
      assignmentId: assignment.id,
      module: assignment.module,
      dueOn: assignment.dueOn,
      paidMinutes: assignment.paidMinutes,
      paidTime: assignment.paidTime,
    })
    .from(cohortMember)
    .innerJoin(assignment, eq(assignment.cohortId, cohortMember.cohortId))
    .where(and(eq(cohortMember.personId, personId), isNull(assignment.withdrawnAt)))
    .orderBy(asc(assignment.dueOn), asc(assignment.id))
    .all();
}

/** What a school's cohorts are asked, the earliest due first; of one cohort when its id is given. */
export function openAssignments(
  db: Db,
  schoolId: string,
  cohortId?: string,
): (Asked & { cohortId: string; cohort: string })[] {
  return db
    .select({
      assignmentId: assignment.id,
      module: assignment.module,
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
