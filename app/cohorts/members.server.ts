import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { askedOf } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { cohort, cohortLeftOut, cohortMember, person } from '~db/schema';
import { ask, recordNotAsked } from './asking.server';
import { cohortRow, stillHere } from './cohorts.server';
import { CohortError } from './errors';
import { openRows } from './open-rows.server';

export interface Member {
  id: string;
  name: string;
  roleGroup: string;
  teams: string[];
  startDate: string;
  leaveDate: string | null;
}

/** Everyone in a cohort by name, those who have left the school too. */
export function membersOf(db: Db | Tx, schoolId: string, cohortId: string): Member[] {
  return db
    .select({
      id: person.id,
      name: person.name,
      roleGroup: person.roleGroup,
      teams: person.teams,
      startDate: person.startDate,
      leaveDate: person.leaveDate,
    })
    .from(cohortMember)
    .innerJoin(cohort, and(eq(cohort.id, cohortMember.cohortId), eq(cohort.schoolId, schoolId)))
    .innerJoin(person, eq(person.id, cohortMember.personId))
    .where(eq(cohortMember.cohortId, cohortId))
    .orderBy(asc(person.name), asc(person.id))
    .all();
}

/** The cohorts one person is in, by name. */
export function cohortsOf(db: Db, personId: string): { id: string; name: string }[] {
  return db
    .select({ id: cohort.id, name: cohort.name })
    .from(cohortMember)
    .innerJoin(cohort, eq(cohort.id, cohortMember.cohortId))
    .where(eq(cohortMember.personId, personId))
    .orderBy(asc(cohort.name))
    .all();
}

/**
 * Puts people in a cohort; each is asked from now on what the cohort is asked and they have not done already. Those who are in it already stay as they
 * are, those who have left the school are passed over. Returns how many came in.
 * @throws CohortError `not-here` when anyone is not on the school's staff list; then nobody is added.
 */
export function addToCohort(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  cohortId: string,
  personIds: string[],
): number {
  return inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    refuseStrangers(tx, actor.schoolId, personIds);
    const here = tx
      .select({ id: person.id, startDate: person.startDate })
      .from(person)
      .where(and(inArray(person.id, personIds), stillHere(londonDate(now()))))
      .orderBy(asc(person.name), asc(person.id))
      .all();
    const ids = here.map(({ id }) => id);
    tx.delete(cohortLeftOut)
      .where(and(eq(cohortLeftOut.cohortId, cohortId), inArray(cohortLeftOut.personId, ids)))
      .run();
    const added = here.filter(({ id: personId }) => {
      const { changes } = tx
        .insert(cohortMember)
        .values({ cohortId, personId, addedAt: now().getTime() })
        .onConflictDoNothing()
        .run();
      return changes > 0;
    });
    for (const row of openRows(tx, actor.schoolId, cohortId)) {
      ask(tx, now(), actor, course, row, added);
    }
    return added.length;
  });
}

/** Takes someone out of a cohort; they are no longer asked what it is asked. What they did stays theirs. */
export function removeFromCohort(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  cohortId: string,
  personId: string,
): void {
  inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    const { changes } = tx
      .delete(cohortMember)
      .where(and(eq(cohortMember.cohortId, cohortId), eq(cohortMember.personId, personId)))
      .run();
    if (changes === 0) return;
    // A rule would bring them back in the next time the staff list changes.
    tx.insert(cohortLeftOut)
      .values({ cohortId, personId, at: now().getTime() })
      .onConflictDoNothing()
      .run();
    const asked = new Set(askedOf(tx, personId).map(({ assignment: id }) => id));
    for (const row of openRows(tx, actor.schoolId, cohortId)) {
      if (!asked.has(row.id)) continue;
      recordNotAsked(tx, now(), actor, row, personId, 'no longer in the cohort');
    }
  });
}

function refuseStrangers(tx: Tx, schoolId: string, personIds: string[]): void {
  const known = tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), inArray(person.id, personIds)))
    .all();
  if (known.length < new Set(personIds).size) {
    throw new CohortError(
      'not-here',
      'Someone you chose is not on your staff list.',
      'people',
      404,
    );
  }
}
