import { and, asc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { assignment, givenPathway } from '~db/schema';
import { insertAssignment, withdrawRow } from './assignments.server';
import { cohortRow } from './cohorts.server';
import { CohortError } from './errors';
import type { StepDates } from './pace';
import { pathwayOnOffer, type Shelf } from './pathways.server';
import { shelfOf } from './school-pathways.server';

/** One module of a pathway, with the dates and the paid time that the lead settled on. */
export interface StepGiven extends StepDates {
  module: string;
  paidMinutes: number;
}

export interface NewPathway {
  cohortId: string;
  pathway: string;
  /** Civil date: school weeks, and everyone's own days, are counted from it. */
  startsOn: string;
  steps: StepGiven[];
  /** When the paid time is, in the lead's words; the same for each module, and changed for one later. */
  paidTime: string;
}

/** What keeps a pathway's dates from standing; `field` is `dueOn.MODULE`. */
export function stepProblems(
  { now }: Pick<Attune, 'now'>,
  steps: readonly Pick<StepGiven, 'module' | 'opensOn' | 'dueOn'>[],
): CohortError[] {
  const today = londonDate(now());
  return steps.flatMap(({ module, opensOn, dueOn }) => {
    const wrong = (words: string) => [new CohortError('bad-date', words, `dueOn.${module}`)];
    if (dueOn < opensOn) return wrong('It is due before it opens. Check both days.');
    return dueOn < today ? wrong('This day has passed. Choose today or a later one.') : [];
  });
}

/** The modules that a cohort has already: a pathway leaves them as they are. One query. */
export function modulesGiven(
  db: Db,
  schoolId: string,
  cohortId: string,
): Map<string, { dueOn: string }> {
  const rows = db
    .select({ module: assignment.module, dueOn: assignment.dueOn })
    .from(assignment)
    .where(
      and(
        eq(assignment.schoolId, schoolId),
        eq(assignment.cohortId, cohortId),
        isNull(assignment.withdrawnAt),
      ),
    )
    .all();
  return new Map(rows.map(({ module, dueOn }) => [module, { dueOn }]));
}

/**
 * Gives a cohort a pathway: an assignment for each step that it does not have already, and one `assigned` event for each
 * member and step. Returns the id of what was given.
 * @throws CohortError when a date does not stand, or nothing is left to give
 */
export function givePathway(
  { db, now, course }: Pick<Attune, 'db' | 'now'> & { course: Shelf },
  actor: Actor,
  given: NewPathway,
): string {
  const { cohortId, startsOn, paidTime } = given;
  return inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    const pathway = pathwayOnOffer(shelfOf({ db: tx, course }, actor.schoolId), given.pathway);
    const had = modulesGiven(db, actor.schoolId, cohortId);
    const named = new Set(pathway.steps.map(({ module }) => module));
    const steps = given.steps.filter(({ module }) => named.has(module) && !had.has(module));
    if (steps.length === 0) {
      throw new CohortError(
        'assigned-already',
        'This cohort has every module of this pathway already.',
        'pathway',
      );
    }
    const [problem] = stepProblems({ now }, steps);
    if (problem) throw problem;
    const id = uuid();
    tx.insert(givenPathway)
      .values({
        id,
        schoolId: actor.schoolId,
        cohortId,
        pathway: pathway.id,
        title: pathway.title,
        steps: pathway.modules,
        startsOn,
        givenBy: actor.personId,
        givenAt: now().getTime(),
        stoppedAt: null,
      })
      .run();
    for (const step of steps) {
      const more = { cohortId, paidTime, givenPathwayId: id, countedFrom: startsOn };
      insertAssignment(tx, now(), actor, course, { ...step, ...more });
    }
    return id;
  });
}

export interface GivenPathway {
  id: string;
  title: string;
  startsOn: string;
}

/** The pathways that a cohort was given and that were not stopped, in order. One query. */
export function givenPathways(db: Db, schoolId: string, cohortId: string): GivenPathway[] {
  return db
    .select({ id: givenPathway.id, title: givenPathway.title, startsOn: givenPathway.startsOn })
    .from(givenPathway)
    .where(
      and(
        eq(givenPathway.schoolId, schoolId),
        eq(givenPathway.cohortId, cohortId),
        isNull(givenPathway.stoppedAt),
      ),
    )
    .orderBy(asc(givenPathway.startsOn), asc(givenPathway.id))
    .all();
}

/** Stops a pathway: nobody is asked any more for what they have not completed, and what was done stays done. */
export function stopPathway(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  { cohortId, id }: { cohortId: string; id: string },
): void {
  inTransaction(db, (tx) => {
    const { changes } = tx
      .update(givenPathway)
      .set({ stoppedAt: now().getTime() })
      .where(
        and(
          eq(givenPathway.schoolId, actor.schoolId),
          eq(givenPathway.cohortId, cohortId),
          eq(givenPathway.id, id),
          isNull(givenPathway.stoppedAt),
        ),
      )
      .run();
    if (changes === 0) {
      throw new CohortError('not-here', 'This cohort is not on that pathway.', '', 404);
    }
    const open = and(
      eq(assignment.schoolId, actor.schoolId),
      eq(assignment.givenPathwayId, id),
      isNull(assignment.withdrawnAt),
    );
    for (const row of tx.select().from(assignment).where(open).all()) {
      withdrawRow(tx, now(), actor, row);
    }
  });
}
