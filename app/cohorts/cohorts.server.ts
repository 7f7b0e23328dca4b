import { and, asc, count, eq, gte, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { cohort, cohortMember, person } from '~db/schema';
import { CohortError } from './errors';

type House = Pick<Attune, 'db' | 'now'>;

export interface CohortSummary {
  id: string;
  name: string;
  /** People in it who have not left the school. */
  size: number;
}

/** Whoever has not left by `today`, a civil date: the leave date is the last day in. */
export const stillHere = (today: string) =>
  or(isNull(person.leaveDate), gte(person.leaveDate, today));

/** The school's cohorts by name, in one query. */
export function listCohorts({ db, now }: House, schoolId: string): CohortSummary[] {
  return db
    .select({ id: cohort.id, name: cohort.name, size: count(person.id) })
    .from(cohort)
    .leftJoin(cohortMember, eq(cohortMember.cohortId, cohort.id))
    .leftJoin(person, and(eq(person.id, cohortMember.personId), stillHere(londonDate(now()))))
    .where(eq(cohort.schoolId, schoolId))
    .groupBy(cohort.id, cohort.name)
    .orderBy(asc(cohort.name))
    .all();
}

/** One of the school's cohorts. @throws CohortError `not-here`, also for another school's id. */
export function cohortRow(
  db: Db | Tx,
  schoolId: string,
  cohortId: string,
): { id: string; name: string } {
  const row = db
    .select({ id: cohort.id, name: cohort.name })
    .from(cohort)
    .where(and(eq(cohort.schoolId, schoolId), eq(cohort.id, cohortId)))
    .get();
  if (!row) throw new CohortError('not-here', 'There is no such cohort at your school.', '', 404);
  return row;
}

/** Makes an empty cohort. Returns its id. */
export function createCohort({ db, now }: House, actor: Actor, name: string): string {
  return inTransaction(db, (tx) => {
    const tidy = freeName(tx, actor.schoolId, name);
    const id = uuid();
    tx.insert(cohort)
      .values({ id, schoolId: actor.schoolId, name: tidy, createdAt: now().getTime() })
      .run();
    return id;
  });
}

export function renameCohort({ db }: House, actor: Actor, cohortId: string, name: string): void {
  inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    const tidy = freeName(tx, actor.schoolId, name, cohortId);
    tx.update(cohort).set({ name: tidy }).where(eq(cohort.id, cohortId)).run();
  });
}

function freeName(tx: Tx, schoolId: string, typed: string, except = ''): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  const taken = tx
    .select({ name: cohort.name })
    .from(cohort)
    .where(and(eq(cohort.schoolId, schoolId), ne(cohort.id, except)))
    .all()
    .find((other) => same(other.name));
  if (taken) {
    throw new CohortError(
      'name-used',
      `There is a cohort called ${taken.name} already. Choose another name.`,
      'name',
    );
  }
  return name;
}
