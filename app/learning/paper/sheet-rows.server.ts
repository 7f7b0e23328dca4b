import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from '~db/client.server';
import { attempt, enrolment, paperQuiz, person } from '~db/schema';
import { notSetAside, type Whose } from '../enrolments.server';
import { LearningError } from '../errors';
import { numberInWords } from './number.server';

export type PaperQuiz = typeof paperQuiz.$inferSelect;

/** A sheet by its number, at one school. */
export function sheetByNumber(db: Db | Tx, schoolId: string, number: string) {
  return db
    .select({ sheet: paperQuiz, enrolled: enrolment, name: person.name })
    .from(paperQuiz)
    .innerJoin(enrolment, eq(enrolment.id, paperQuiz.enrolmentId))
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(and(eq(paperQuiz.schoolId, schoolId), eq(paperQuiz.number, number)))
    .get();
}

/** Whose a sheet is, by name; null when there is no such sheet here. */
export const nameOnSheet = (db: Db, schoolId: string, number: string | null): string | null =>
  number === null ? null : (sheetByNumber(db, schoolId, number)?.name ?? null);

export function sheetOf(db: Db | Tx, enrolmentId: string): PaperQuiz | undefined {
  return db.select().from(paperQuiz).where(eq(paperQuiz.enrolmentId, enrolmentId)).get();
}

/** The sheets of one printing with their goes, by name. */
export function sheetsOfBatch(db: Db, schoolId: string, batch: string) {
  return db
    .select({ sheet: paperQuiz, enrolled: enrolment, name: person.name, go: attempt })
    .from(paperQuiz)
    .innerJoin(enrolment, eq(enrolment.id, paperQuiz.enrolmentId))
    .leftJoin(attempt, eq(attempt.id, paperQuiz.attemptId))
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(and(eq(paperQuiz.schoolId, schoolId), eq(paperQuiz.batch, batch), notSetAside))
    .orderBy(asc(person.name), asc(person.id))
    .all();
}

/** Where somebody stands with a module's quiz on paper, as a lead may see it. */
export interface OnPaper {
  /** The module is completed, as the overview shows too. */
  done: boolean;
  /** Their newest sheet. */
  sheet: { number: string; printedAt: number; enteredAt: number | null; by: string | null } | null;
}

/** Of everyone at a school who has begun a module: where they stand with its quiz on paper. Two queries. */
export function onPaper(db: Db, schoolId: string, module: string): Map<string, OnPaper> {
  const found = new Map<string, OnPaper>();
  const begun = db
    .select({ personId: enrolment.personId, completedAt: enrolment.completedAt })
    .from(enrolment)
    .where(and(eq(enrolment.schoolId, schoolId), eq(enrolment.module, module), notSetAside))
    .all();
  for (const { personId, completedAt } of begun) {
    const done = completedAt !== null && (found.get(personId)?.done ?? true);
    found.set(personId, { done, sheet: null });
  }
  const typist = alias(person, 'typist');
  const sheets = db
    .select({
      personId: enrolment.personId,
      over: sql<number>`${enrolment.completedAt} is not null`,
      number: paperQuiz.number,
      printedAt: paperQuiz.printedAt,
      enteredAt: paperQuiz.enteredAt,
      by: typist.name,
    })
    .from(paperQuiz)
    .innerJoin(enrolment, eq(enrolment.id, paperQuiz.enrolmentId))
    .leftJoin(typist, eq(typist.id, paperQuiz.enteredBy))
    .where(and(eq(paperQuiz.schoolId, schoolId), eq(enrolment.module, module), notSetAside))
    .orderBy(asc(paperQuiz.printedAt))
    .all();
  for (const { personId, over, ...sheet } of sheets) {
    const done = found.get(personId)?.done ?? false;
    // The sheet of a way through it that is over says nothing of the one that is open.
    if (over === 0 || done) found.set(personId, { done, sheet });
  }
  return found;
}

/** What was entered for somebody and not put away by them yet, the newest first; or all of it. */
export function enteredFor(db: Db, { schoolId, personId }: Whose, all = false) {
  const typist = alias(person, 'typist');
  return db
    .select({
      enrolmentId: paperQuiz.enrolmentId,
      attemptId: paperQuiz.attemptId,
      module: enrolment.module,
      contentHash: enrolment.contentHash,
      refreshes: enrolment.refreshes,
      enteredAt: paperQuiz.enteredAt,
      entered: paperQuiz.entered,
      seenAt: paperQuiz.seenAt,
      by: typist.name,
    })
    .from(paperQuiz)
    .innerJoin(enrolment, eq(enrolment.id, paperQuiz.enrolmentId))
    .leftJoin(attempt, eq(attempt.id, paperQuiz.attemptId))
    .leftJoin(typist, eq(typist.id, paperQuiz.enteredBy))
    .where(
      and(
        eq(paperQuiz.schoolId, schoolId),
        eq(enrolment.personId, personId),
        isNotNull(paperQuiz.enteredAt),
        notSetAside,
        isNull(attempt.setAsideAt),
        all ? undefined : isNull(paperQuiz.seenAt),
      ),
    )
    .orderBy(desc(paperQuiz.enteredAt))
    .all();
}

/** Names of people at a school, by name. */
export function namesOf(db: Db, schoolId: string, personIds: readonly string[]): string[] {
  return db
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), inArray(person.id, [...personIds])))
    .orderBy(asc(person.name))
    .all()
    .map(({ name }) => name);
}

export const noSuchSheet = (number: string) =>
  new LearningError(
    'not there',
    404,
    `There is no sheet ${numberInWords(number)} at your school. Check the number at the top of the paper.`,
  );
