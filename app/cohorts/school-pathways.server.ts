import { and, asc, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Pathway } from '~/course/module';
import type { Actor } from '~/people/actor';
import { oneLine } from '~/people/one-line';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { type PathwayStep, schoolPathway } from '~db/schema';
import { CohortError } from './errors';
import { pathwayOnOffer, type Shelf } from './pathways.server';

/** The pathways of a school's own, by title. One query. */
export function schoolPathways(db: Db | Tx, schoolId: string): Pathway[] {
  return db
    .select()
    .from(schoolPathway)
    .where(eq(schoolPathway.schoolId, schoolId))
    .orderBy(asc(schoolPathway.title), asc(schoolPathway.id))
    .all()
    .map(({ id, title, forWhom, steps }) => ({ id, title, for: forWhom, modules: steps }));
}

/** One of them. @throws CohortError `not-here`, also for another school's id */
export function readSchoolPathway(db: Db | Tx, schoolId: string, id: string): Pathway {
  const found = schoolPathways(db, schoolId).find((one) => one.id === id);
  if (!found) {
    throw new CohortError('not-here', 'There is no such pathway at your school.', '', 404);
  }
  return found;
}

/** The school's own pathways first, then those that come with Attune. */
export function shelfOf({ db, course }: { db: Db | Tx; course: Shelf }, schoolId: string): Shelf {
  return {
    pathways: () => [...schoolPathways(db, schoolId), ...course.pathways()],
    module: (slug) => course.module(slug),
  };
}

/** Makes a pathway of the school's own that says what another one says. Returns its id. */
export function copyPathway(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  from: string,
): string {
  const { schoolId, personId } = actor;
  return inTransaction(db, (tx) => {
    const {
      title,
      for: forWhom,
      modules,
    } = pathwayOnOffer(shelfOf({ db: tx, course }, schoolId), from);
    const id = uuid();
    tx.insert(schoolPathway)
      .values({
        ...{ id, schoolId, forWhom, changedBy: personId, changedAt: now().getTime() },
        title: freeTitle(tx, schoolId, course, title),
        steps: modules,
      })
      .run();
    return id;
  });
}

const plain = (title: string) => oneLine(title).toLowerCase();

function titlesTaken(tx: Tx, schoolId: string, course: Shelf, except = ''): Set<string> {
  const others = shelfOf({ db: tx, course }, schoolId).pathways();
  return new Set(others.filter(({ id }) => id !== except).map(({ title }) => plain(title)));
}

function freeTitle(tx: Tx, schoolId: string, course: Shelf, title: string): string {
  const taken = titlesTaken(tx, schoolId, course);
  const named = (n: number) => `${title}, our own${n === 1 ? '' : ` ${n}`}`;
  let n = 1;
  while (taken.has(plain(named(n)))) n += 1;
  return named(n);
}

export interface SchoolPathwayTyped {
  title: string;
  forWhom: string;
  steps: PathwayStep[];
}

/** No pathway is longer, in school weeks: some three school years. */
export const longestPathway = 117;

/** What keeps steps from standing; `field` is `opens.MODULE` or `due.MODULE`. */
export function weekProblems(steps: readonly PathwayStep[]): CohortError[] {
  const week = (n: number) => Number.isInteger(n) && n >= 1 && n <= longestPathway;
  const wrong = (field: string, words: string) => new CohortError('bad-pathway', words, field);
  return steps.flatMap(({ module, opens, due }) => {
    if (!week(opens)) {
      return [wrong(`opens.${module}`, `Type a school week from 1 to ${longestPathway}.`)];
    }
    if (!week(due)) {
      return [wrong(`due.${module}`, `Type a school week from 1 to ${longestPathway}.`)];
    }
    return due < opens ? [wrong(`due.${module}`, 'It is due before it opens. Check both.')] : [];
  });
}

/** Changes a pathway of the school's own. Cohorts that were given it keep what they were given. */
export function changePathway(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  id: string,
  typed: SchoolPathwayTyped,
): void {
  const { schoolId, personId } = actor;
  inTransaction(db, (tx) => {
    readSchoolPathway(tx, schoolId, id);
    const title = oneLine(typed.title);
    if (titlesTaken(tx, schoolId, course, id).has(plain(title))) {
      throw new CohortError('name-used', 'There is a pathway of this name already.', 'title');
    }
    if (typed.steps.length === 0) {
      throw new CohortError(
        'bad-pathway',
        'A pathway has one module at least. Give one the weeks in which it opens and is due.',
        'modules',
      );
    }
    const [problem] = weekProblems(typed.steps);
    if (problem) throw problem;
    const steps = [...typed.steps].sort((a, b) => a.opens - b.opens || a.due - b.due);
    tx.update(schoolPathway)
      .set({
        ...{ title, forWhom: oneLine(typed.forWhom), steps },
        ...{ changedBy: personId, changedAt: now().getTime() },
      })
      .where(and(eq(schoolPathway.schoolId, schoolId), eq(schoolPathway.id, id)))
      .run();
  });
}

/** Takes a pathway off the list. Cohorts that were given it keep what they were given. */
export function removePathway({ db }: Pick<Attune, 'db'>, actor: Actor, id: string): void {
  inTransaction(db, (tx) => {
    readSchoolPathway(tx, actor.schoolId, id);
    tx.delete(schoolPathway)
      .where(and(eq(schoolPathway.schoolId, actor.schoolId), eq(schoolPathway.id, id)))
      .run();
  });
}
