import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import type { Db } from '~db/client.server';
import { enrolment } from '~db/schema';
import { notStarted, setAsideSince } from './errors';
import { preparedOnce } from './prepared.server';
import { refresherOf } from './refresher.server';
import type { Version } from './version';

export type Enrolment = typeof enrolment.$inferSelect;
/** Whose rows: both are in every query. */
export interface Whose {
  schoolId: string;
  personId: string;
}

/** Of enrolments that count for something. */
export const notSetAside = isNull(enrolment.setAsideAt);

const queries = preparedOnce((db) => {
  const whose = and(
    eq(enrolment.schoolId, sql.placeholder('schoolId')),
    eq(enrolment.personId, sql.placeholder('personId')),
  );
  return {
    current: db
      .select()
      .from(enrolment)
      .where(and(whose, notSetAside, eq(enrolment.module, sql.placeholder('module'))))
      .orderBy(
        sql`${enrolment.completedAt} is not null`,
        desc(enrolment.startedAt),
        desc(enrolment.id),
      )
      .limit(1)
      .prepare(),
    byId: db
      .select()
      .from(enrolment)
      .where(and(whose, eq(enrolment.id, sql.placeholder('id'))))
      .prepare(),
    all: db
      .select()
      .from(enrolment)
      .where(and(whose, notSetAside))
      .orderBy(asc(enrolment.startedAt), asc(enrolment.id))
      .prepare(),
  };
});

/** The open enrolment in a module; when there is none, the one completed last; else nothing. */
export function currentEnrolment(
  db: Db,
  { schoolId, personId }: Whose,
  module: string,
): Enrolment | undefined {
  return queries(db).current.get({ schoolId, personId, module });
}

/** One that was set aside as well: what was typed there stays its writer's. */
export function enrolmentById(
  db: Db,
  { schoolId, personId }: Whose,
  id: string,
): Enrolment | undefined {
  return queries(db).byId.get({ schoolId, personId, id });
}

/** Every enrolment of a person that counts, oldest first. */
export function enrolmentsOf(db: Db, { schoolId, personId }: Whose): Enrolment[] {
  return queries(db).all.all({ schoolId, personId });
}

/**
 * The version that this person is on, however the module has changed since, and as it is asked of them: whole, or as a
 * refresher.
 * @throws Error when it is neither served nor archived, which starting a module rules out.
 */
export function versionOf(
  attune: Pick<Attune, 'course'>,
  { contentHash, refreshes }: Pick<Enrolment, 'contentHash'> & Partial<Enrolment>,
): Version {
  const version = started(attune, contentHash);
  if (!refreshes) return version;
  const from = started(attune, refreshes);
  return refresherOf(from, version, attune.course.corrected(from, version));
}

function started({ course }: Pick<Attune, 'course'>, contentHash: string): Module {
  const version = course.version(contentHash);
  if (!version) throw new Error(`Version ${contentHash} of a started module is not in the archive`);
  return version;
}

/** One's own enrolment and its version. @throws LearningError 'not started' */
export function requireEnrolment(
  attune: Pick<Attune, 'db' | 'course'>,
  whose: Whose,
  id: string,
): { enrolled: Enrolment; version: Version } {
  const enrolled = enrolmentById(attune.db, whose, id);
  if (!enrolled) throw notStarted();
  return { enrolled, version: versionOf(attune, enrolled) };
}

/**
 * The same for whoever does something in it: nothing is done in an enrolment that counts for nothing, where a page of it
 * stayed open in another tab.
 * @throws LearningError 'not started', 'set aside'
 */
export function requireCounting(
  attune: Pick<Attune, 'db' | 'course'>,
  whose: Whose,
  id: string,
): { enrolled: Enrolment; version: Version } {
  const found = requireEnrolment(attune, whose, id);
  if (found.enrolled.setAsideAt !== null) {
    throw setAsideSince(isCompleted(attune.db, whose, found.enrolled.module));
  }
  return found;
}

/** Whether the enrolment that they are on is a completed one. */
export function isCompleted(db: Db, whose: Whose, module: string): boolean {
  return typeof currentEnrolment(db, whose, module)?.completedAt === 'number';
}
