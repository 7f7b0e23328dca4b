import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { archive } from '~/course/archive.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { openModules } from '~/review/opened-modules.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import {
  cohort,
  person,
  togetherSession as sessionTable,
  togetherAttendance,
  togetherPage,
} from '~db/schema';
import { refuseNobodyThen } from './day.server';
import { TogetherError } from './errors';
import { type Shown, shownOf } from './what-counts';

/** A module, or part of it, done with a group, in the version that was shown. */
export interface TogetherSession {
  id: string;
  module: string;
  version: number;
  contentHash: string;
  /** Whom it was meant for; null: the whole staff. */
  cohortId: string | null;
  cohortName: string | null;
  /** Civil date. */
  heldOn: string;
  /** Person id, and their name as the staff list has it now. */
  ledBy: string;
  leaderName: string;
  /** Scenario id → choices, as positions in the steps. */
  ways: Record<string, number[]>;
}

const shown = {
  id: sessionTable.id,
  module: sessionTable.module,
  version: sessionTable.version,
  contentHash: sessionTable.contentHash,
  cohortId: sessionTable.cohortId,
  cohortName: cohort.name,
  heldOn: sessionTable.heldOn,
  ledBy: sessionTable.ledBy,
  leaderName: person.name,
  ways: sessionTable.ways,
};

const ofSchool = (schoolId: string, id: string) =>
  and(eq(sessionTable.schoolId, schoolId), eq(sessionTable.id, id));

/** One of the school's sessions. One query. @throws TogetherError `not-here`, also for another school's id. */
export function togetherSession(db: Db | Tx, schoolId: string, id: string): TogetherSession {
  const row = db
    .select(shown)
    .from(sessionTable)
    .innerJoin(person, eq(person.id, sessionTable.ledBy))
    .leftJoin(cohort, eq(cohort.id, sessionTable.cohortId))
    .where(ofSchool(schoolId, id))
    .get();
  if (!row)
    throw new TogetherError('not-here', 'There is no such session at your school.', '', 404);
  return row;
}

/** The school's sessions, the newest day first, with how many were there. One query. */
export function listTogether(db: Db, schoolId: string): (TogetherSession & { people: number })[] {
  const people = sql<number>`(select count(*) from ${togetherAttendance}
    where ${togetherAttendance.sessionId} = ${sessionTable.id} and ${togetherAttendance.takenOffAt} is null)`;
  return db
    .select({ ...shown, people })
    .from(sessionTable)
    .innerJoin(person, eq(person.id, sessionTable.ledBy))
    .leftJoin(cohort, eq(cohort.id, sessionTable.cohortId))
    .where(eq(sessionTable.schoolId, schoolId))
    .orderBy(desc(sessionTable.heldOn), desc(sessionTable.id))
    .all();
}

/** The version that is shown, as it was when the session was made. */
export function versionShown(
  { course }: Pick<Attune, 'course'>,
  { contentHash }: Pick<TogetherSession, 'contentHash'>,
): Module {
  const version = course.version(contentHash);
  if (!version) throw new Error(`Version ${contentHash} of a session is not in the archive`);
  return version;
}

/**
 * Makes a session of the module as it is open now, and keeps that version. Nobody is on it yet. Returns its id.
 * @throws TogetherError `not-open` when staff could not take that module; `not-here` for a cohort of another school;
 *   `bad-date` as `moveTogether`
 */
export function createTogether(
  attune: Attune,
  actor: Actor,
  given: { module: string; cohortId: string | null; heldOn: string },
): string {
  const { db } = attune;
  const { schoolId } = actor;
  const version = openModules(attune, schoolId).find(({ slug }) => slug === given.module);
  if (!version) throw new TogetherError('not-open', 'Choose a module.', 'module');
  if (!readWhoToTell(db, schoolId)) {
    const words = 'Modules open once your school has entered who to tell about a worry.';
    throw new TogetherError('not-open', words, 'module', 409);
  }
  const now = attune.now();
  return inTransaction(db, (tx) => {
    refuseOtherCohorts(tx, schoolId, given.cohortId);
    refuseNobodyThen(tx, schoolId, given.cohortId, given.heldOn);
    const there = untouchedLike(tx, actor, { ...given, contentHash: version.contentHash });
    if (there) return there.id;
    archive(tx, version, now);
    const id = uuid({ msecs: now.getTime() });
    tx.insert(sessionTable)
      .values({
        ...{ id, schoolId, module: version.slug, version: version.version },
        ...{ contentHash: version.contentHash, cohortId: given.cohortId, heldOn: given.heldOn },
        ...{ ledBy: actor.personId, ways: {}, createdAt: now.getTime() },
      })
      .run();
    return id;
  });
}

/** The same session, of which nothing was shown yet: the form was sent twice. */
function untouchedLike(
  tx: Tx,
  { schoolId, personId }: Actor,
  {
    cohortId,
    heldOn,
    contentHash,
  }: { cohortId: string | null; heldOn: string; contentHash: string },
): { id: string } | undefined {
  const shown = tx
    .select({ one: sql`1` })
    .from(togetherPage)
    .where(eq(togetherPage.sessionId, sessionTable.id));
  return tx
    .select({ id: sessionTable.id })
    .from(sessionTable)
    .where(
      and(
        ...[eq(sessionTable.schoolId, schoolId), eq(sessionTable.ledBy, personId)],
        ...[eq(sessionTable.heldOn, heldOn), eq(sessionTable.contentHash, contentHash)],
        cohortId === null ? isNull(sessionTable.cohortId) : eq(sessionTable.cohortId, cohortId),
        notExists(shown),
      ),
    )
    .get();
}

function refuseOtherCohorts(tx: Tx, schoolId: string, cohortId: string | null): void {
  if (cohortId === null) return;
  const row = tx
    .select({ id: cohort.id })
    .from(cohort)
    .where(and(eq(cohort.schoolId, schoolId), eq(cohort.id, cohortId)))
    .get();
  if (!row) throw new TogetherError('not-here', 'Choose a cohort of your school.', 'cohort', 404);
}

/**
 * It took place on another day. Only before anybody is on the record for it: what is recorded has its day.
 * @throws TogetherError `settled`; `bad-date` for a day on which nobody it is meant for was on the staff
 */
export function moveTogether(
  { db }: Pick<Attune, 'db'>,
  { schoolId }: Actor,
  id: string,
  heldOn: string,
): void {
  inTransaction(db, (tx) => {
    const { cohortId } = togetherSession(tx, schoolId, id);
    refuseSettled(tx, id);
    refuseNobodyThen(tx, schoolId, cohortId, heldOn);
    tx.update(sessionTable).set({ heldOn }).where(ofSchool(schoolId, id)).run();
  });
}

/**
 * Puts a session aside for which nobody was ever on the record.
 * @throws TogetherError `settled`
 */
export function dropTogether({ db }: Pick<Attune, 'db'>, { schoolId }: Actor, id: string): void {
  inTransaction(db, (tx) => {
    togetherSession(tx, schoolId, id);
    const ever = tx
      .select({ id: togetherAttendance.id })
      .from(togetherAttendance)
      .where(eq(togetherAttendance.sessionId, id))
      .get();
    if (ever) {
      const words = 'Somebody was put down for this session, so it stays where that can be read.';
      throw new TogetherError('settled', words, '', 409);
    }
    tx.delete(togetherPage).where(eq(togetherPage.sessionId, id)).run();
    tx.delete(sessionTable).where(ofSchool(schoolId, id)).run();
  });
}

/** Pages that were shown, with whether they are to count, in the order in which they were. One query. */
export function pagesShown(db: Db | Tx, sessionId: string): { page: string; counts: boolean }[] {
  return db
    .select({ page: togetherPage.page, counts: togetherPage.counts })
    .from(togetherPage)
    .where(eq(togetherPage.sessionId, sessionId))
    .orderBy(asc(togetherPage.at), asc(togetherPage.page))
    .all();
}

/** What of it is to count, in the order of the version. One query. */
export function countingOf(
  attune: Pick<Attune, 'course'>,
  db: Db | Tx,
  session: TogetherSession,
): Shown[] {
  const counting = pagesShown(db, session.id).flatMap(({ page, counts }) => (counts ? page : []));
  return shownOf(versionShown(attune, session), new Set(counting));
}

/** Whether anybody is on the record for it: from then on its day stays as it is, and what counts for them. */
export function isSettled(db: Db | Tx, sessionId: string): boolean {
  const row = db
    .select({ id: togetherAttendance.id })
    .from(togetherAttendance)
    .where(and(eq(togetherAttendance.sessionId, sessionId), isNull(togetherAttendance.takenOffAt)))
    .get();
  return row !== undefined;
}

/** @throws TogetherError `settled` */
function refuseSettled(tx: Tx, sessionId: string): void {
  if (!isSettled(tx, sessionId)) return;
  const words =
    'People are on the record for this session, so the day stays as it is. Take them off first if it was otherwise.';
  throw new TogetherError('settled', words, '', 409);
}
