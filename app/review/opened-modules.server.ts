import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { openedModule, person } from '~db/schema';
import { ReviewError } from './errors';

/** Who opened a school's own module to all staff, and on which civil date. */
export interface Opening {
  by: string;
  on: string;
}

const isOpenNow = (schoolId: string) =>
  and(eq(openedModule.schoolId, schoolId), isNull(openedModule.closedAt));

/**
 * Opens a school's own module to all of its staff; one that is open stays as it is.
 * @throws ReviewError 'not-here' when learners could not be served it, or when it came with Attune, which is open anyway
 */
export function openModule(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Pick<Actor, 'personId' | 'schoolId'>,
  module: string,
): void {
  if (course.module(module)?.origin !== 'school') {
    const words = 'There is no module of your school’s own here that has passed its checks.';
    throw new ReviewError('not-here', words, '', 404);
  }
  const at = now();
  inTransaction(db, (tx) => {
    tx.insert(openedModule)
      .values({
        id: uuid({ msecs: at.getTime() }),
        schoolId: actor.schoolId,
        module,
        openedBy: actor.personId,
        openedAt: at.getTime(),
      })
      .onConflictDoNothing()
      .run();
  });
}

/** Offers it no more. Whoever is part-way, or was given it, goes on; what was done stays done. */
export function closeModule(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'schoolId'>,
  module: string,
): void {
  db.update(openedModule)
    .set({ closedBy: actor.personId, closedAt: now().getTime() })
    .where(and(isOpenNow(actor.schoolId), eq(openedModule.module, module)))
    .run();
}

/** The school's own modules that are open to all staff, by slug. One query. */
export function openings(db: Db, schoolId: string): Map<string, Opening> {
  const rows = db
    .select({ module: openedModule.module, at: openedModule.openedAt, by: person.name })
    .from(openedModule)
    .innerJoin(person, eq(person.id, openedModule.openedBy))
    .where(isOpenNow(schoolId))
    .all();
  return new Map(rows.map(({ module, at, by }) => [module, { by, on: londonDate(at) }]));
}

/** The modules that everyone at a school may take, in the order in which modules are listed. One query at most. */
export function openModules(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
): Module[] {
  const modules = course.modules();
  if (!modules.some(({ origin }) => origin === 'school')) return modules;
  const opened = openings(db, schoolId);
  return modules.filter(({ origin, slug }) => origin !== 'school' || opened.has(slug));
}

/** What someone opened or closed: for their own download. */
export function openedBy(db: Db, { schoolId, personId }: Pick<Actor, 'schoolId' | 'personId'>) {
  return db
    .select()
    .from(openedModule)
    .where(
      and(
        eq(openedModule.schoolId, schoolId),
        or(eq(openedModule.openedBy, personId), eq(openedModule.closedBy, personId)),
      ),
    )
    .orderBy(asc(openedModule.openedAt))
    .all();
}
