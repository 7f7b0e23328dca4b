import { and, asc, desc, eq, lt, ne } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { person, staffImport, staffImportRow } from '~db/schema';
import type { Actor } from '../actor';
import { PeopleError } from '../errors';
import { roleNamesOf } from '../role-names.server';
import type { Answers } from './answers';
import { knownStaff, takenElsewhere } from './known.server';
import type { Plan } from './lines';
import type { StaffList } from './list-row';
import { planOf } from './plan';
import { readList } from './read-list';

type House = Pick<Attune, 'db' | 'now'>;
type Row = typeof staffImport.$inferSelect;

/** A list that is being checked. */
export interface OpenImport extends Row {
  list: StaffList;
  answers: Answers;
}

const day = 24 * 60 * 60 * 1000;
export const daysToUndo = 60;

/**
 * Reads a list and keeps it for checking; nothing is written to the staff list. Others that wait stay: somebody may be
 * reading two, a tab each. @throws PeopleError `unreadable-list`.
 */
export function createImport(
  { db, now }: House,
  actor: Actor,
  { text, file, firstDay }: { text: string; file: string | null; firstDay?: string },
): string {
  const list = readList(text, roleNamesOf(db, actor.schoolId));
  const id = uuid();
  const answers: Answers = {
    ...{ rows: {}, jobs: {}, leavers: [], leaveOn: null },
    firstDay: firstDay ?? londonDate(now()),
  };
  const { schoolId, personId: by } = actor;
  db.insert(staffImport)
    .values({
      ...{ id, schoolId, by, file, state: 'to check', list, answers },
      createdAt: now().getTime(),
    })
    .run();
  return id;
}

const toCheck = eq(staffImport.state, 'to check');

/** @throws PeopleError `not-here`, also for another school’s. */
export function readImport(db: Db | Tx, schoolId: string, id: string): Row {
  const row = db
    .select()
    .from(staffImport)
    .where(and(eq(staffImport.schoolId, schoolId), eq(staffImport.id, id)))
    .get();
  if (!row) {
    throw new PeopleError(
      'not-here',
      'There is no such staff list here. One that nobody confirms is kept for a day.',
      '',
      404,
    );
  }
  return row;
}

/** @throws PeopleError `not-here`; `import-closed` once it is done. */
export function readOpenImport(db: Db | Tx, schoolId: string, id: string): OpenImport {
  const row = readImport(db, schoolId, id);
  if (!isOpen(row)) {
    throw new PeopleError('import-closed', 'This list has been brought in already.', '', 409);
  }
  return row;
}

export const isOpen = (row: Row): row is OpenImport => row.state === 'to check';

/** What it would do, as the staff list stands. */
export function planImport(db: Db | Tx, open: OpenImport, now: Date): Plan {
  const { schoolId, list, answers } = open;
  const emails = list.rows.flatMap(({ email }) => email ?? []);
  return planOf({
    rows: list.rows,
    staff: knownStaff(db, schoolId),
    elsewhere: takenElsewhere(db, schoolId, emails),
    answers,
    today: londonDate(now),
  });
}

/** Keeps what was decided; `rows` and `jobs` are added to what was decided before, unless `afresh` forgets those rows. */
export function answerImport(
  { db }: House,
  actor: Actor,
  id: string,
  given: Partial<Answers>,
  afresh = false,
): void {
  inTransaction(db, (tx) => {
    const { answers } = readOpenImport(tx, actor.schoolId, id);
    const merged: Answers = {
      ...answers,
      ...given,
      rows: { ...(afresh ? {} : answers.rows), ...given.rows },
      jobs: { ...answers.jobs, ...given.jobs },
    };
    tx.update(staffImport).set({ answers: merged }).where(eq(staffImport.id, id)).run();
  });
}

/** Throws a list away that was not confirmed. */
export function dropImport({ db }: House, actor: Actor, id: string): void {
  inTransaction(db, (tx) => {
    readOpenImport(tx, actor.schoolId, id);
    tx.delete(staffImport).where(eq(staffImport.id, id)).run();
  });
}

/** The newest lists of a school, with whose they were. */
export function listImports(db: Db, schoolId: string) {
  return db
    .select({
      id: staffImport.id,
      state: staffImport.state,
      file: staffImport.file,
      counts: staffImport.counts,
      createdAt: staffImport.createdAt,
      doneAt: staffImport.doneAt,
      by: person.name,
    })
    .from(staffImport)
    .innerJoin(person, eq(person.id, staffImport.by))
    .where(eq(staffImport.schoolId, schoolId))
    .orderBy(desc(staffImport.createdAt))
    .limit(20)
    .all();
}

/** Lets go of lists that nobody confirmed within a day, and of what an undoing would need once its time is over. */
export function purgeImports({ db, now }: House): void {
  const at = now().getTime();
  inTransaction(db, (tx) => {
    tx.delete(staffImport)
      .where(and(toCheck, lt(staffImport.createdAt, at - day)))
      .run();
    const over = tx
      .select({ id: staffImport.id })
      .from(staffImport)
      .where(and(ne(staffImport.state, 'to check'), lt(staffImport.doneAt, at - daysToUndo * day)))
      .all();
    for (const { id } of over) {
      tx.update(staffImportRow)
        .set({ before: null, after: null })
        .where(eq(staffImportRow.importId, id))
        .run();
    }
  });
}

/** Those of one list whom it touched, by name, a page at a time. */
export function touchedBy(db: Db, id: string, page: { limit: number; offset: number }) {
  return db
    .select({
      personId: staffImportRow.personId,
      name: person.name,
      deed: staffImportRow.deed,
      before: staffImportRow.before,
      after: staffImportRow.after,
      undone: staffImportRow.undone,
    })
    .from(staffImportRow)
    .innerJoin(person, eq(person.id, staffImportRow.personId))
    .where(eq(staffImportRow.importId, id))
    .orderBy(asc(person.name), asc(person.id))
    .limit(page.limit)
    .offset(page.offset)
    .all();
}

/** True while it can be undone. */
export const canUndo = ({ state, doneAt }: Pick<Row, 'state' | 'doneAt'>, now: Date): boolean =>
  state === 'done' && doneAt !== null && doneAt > now.getTime() - daysToUndo * day;
