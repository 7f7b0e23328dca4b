import { and, asc, eq } from 'drizzle-orm';
import { askingsFor } from '~/record/askings.server';
import type { Db } from '~db/client.server';
import { assignment, cohort } from '~db/schema';
import { rosterOf } from './roster';

export interface FixedCohort {
  id: string;
  name: string;
  people: Set<string>;
}

/**
 * The cohorts that were given a module, each as it stood when the first of its members started it, by name. Two queries.
 */
export function fixedCohorts(db: Db, schoolId: string, module: string): FixedCohort[] {
  const given = db
    .select({ assignment: assignment.id, id: cohort.id, name: cohort.name })
    .from(assignment)
    .innerJoin(cohort, eq(cohort.id, assignment.cohortId))
    .where(and(eq(assignment.schoolId, schoolId), eq(assignment.module, module)))
    .orderBy(asc(cohort.name), asc(cohort.id))
    .all();
  const askings = askingsFor(db, schoolId, module);
  const names = new Map(given.map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => {
    const theirs = new Set(given.filter((one) => one.id === id).map((one) => one.assignment));
    const people = rosterOf(
      askings.filter(({ verb, assignment: of }) => verb === 'started' || theirs.has(of)),
    );
    return { id, name, people };
  });
}
