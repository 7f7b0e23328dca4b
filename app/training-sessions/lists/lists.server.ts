import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import type { SessionKind } from '~/record/session-kinds';
import { attendances } from '~/record/sessions-attended.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { person, trainingList, trainingListEntry, trainingSession } from '~db/schema';
import { putDown } from '../attendance.server';
import { sessionKey } from '../details';
import { TrainingError } from '../errors';
import { insertSession, readSession } from '../sessions.server';
import type { TrainingRows } from './list-row';
import { effectOf, planOf, type TrainingLine } from './plan';
import { readNames } from './read-names';
import { readPast } from './read-past';
import { attendedButUndone, day, daysToUndo } from './undo.server';

type House = Pick<Attune, 'db' | 'now'>;
export type ListRow = typeof trainingList.$inferSelect;

/** A list that is being checked. */
export interface OpenList extends ListRow {
  list: TrainingRows;
}

/**
 * Reads names for a session, or with none a list of past training, and keeps it for checking; nothing is on the record
 * yet. Others that wait stay: somebody may be reading two, a tab each. Returns its id.
 * @throws PeopleError `unreadable-list`; TrainingError `not-here` for a session of another school.
 */
export function createList(
  { db, now }: House,
  actor: Actor,
  { text, file, sessionId }: { text: string; file: string | null; sessionId: string | null },
): string {
  const list = sessionId ? readNames(text) : readPast(text, londonDate(now()));
  const id = uuid();
  const { schoolId, personId: by } = actor;
  inTransaction(db, (tx) => {
    if (sessionId) readSession(tx, schoolId, sessionId);
    tx.insert(trainingList)
      .values({
        ...{ id, schoolId, by, sessionId, file, list, answers: {} },
        state: 'to check',
        createdAt: now().getTime(),
      })
      .run();
  });
  return id;
}

const toCheck = eq(trainingList.state, 'to check');

/** Lists of past training, the newest twenty: those that wait, and those that are in. One query. */
export function listLists(db: Db, schoolId: string) {
  return db
    .select({
      id: trainingList.id,
      state: trainingList.state,
      file: trainingList.file,
      counts: trainingList.counts,
      createdAt: trainingList.createdAt,
      doneAt: trainingList.doneAt,
      by: person.name,
    })
    .from(trainingList)
    .innerJoin(person, eq(person.id, trainingList.by))
    .where(and(eq(trainingList.schoolId, schoolId), isNull(trainingList.sessionId)))
    .orderBy(desc(trainingList.createdAt))
    .limit(20)
    .all();
}

/** @throws TrainingError `not-here`, also for another school's. */
export function readList(db: Db | Tx, schoolId: string, id: string): ListRow {
  const row = db
    .select()
    .from(trainingList)
    .where(and(eq(trainingList.schoolId, schoolId), eq(trainingList.id, id)))
    .get();
  if (!row) {
    throw new TrainingError(
      'not-here',
      'There is no such list here. One that nobody confirms is kept for a day.',
      '',
      404,
    );
  }
  return row;
}

export const isOpen = (row: ListRow): row is OpenList => row.state === 'to check';

function readOpen(tx: Tx, schoolId: string, id: string): OpenList {
  const row = readList(tx, schoolId, id);
  if (!isOpen(row)) {
    throw new TrainingError('list-closed', 'This list has been brought in already.', '', 409);
  }
  return row;
}

/** What it would do, as the staff list and the record stand: six queries. */
export function planList(
  db: Db | Tx,
  { schoolId, sessionId, list, answers }: OpenList,
): TrainingLine[] {
  return planOf({
    rows: list.rows,
    answers,
    staff: listStaff(db, schoolId),
    session: sessionId ? readSession(db, schoolId, sessionId) : null,
    known: sessionId ? new Map() : knownSessions(db, schoolId),
    attended: sessionId ? attendances(db, schoolId) : attendedButUndone(db, schoolId),
  });
}

/** As they stand, and as the school's own list had them: the oldest where two are the same. */
function knownSessions(db: Db | Tx, schoolId: string): Map<string, string> {
  const rows = db
    .select()
    .from(trainingSession)
    .where(eq(trainingSession.schoolId, schoolId))
    .orderBy(asc(trainingSession.createdAt), asc(trainingSession.id))
    .all();
  const known = new Map<string, string>();
  for (const { id, kind, listKey, ...rest } of rows) {
    for (const key of [listKey, sessionKey({ ...rest, kind: kind as SessionKind })]) {
      if (key && !known.has(key)) known.set(key, id);
    }
  }
  return known;
}

/** Stands for all that a plan does, so that a button can say which plan was looked at. */
export const markOf = (lines: readonly TrainingLine[]): string =>
  createHash('sha256').update(effectOf(lines)).digest('base64url');

/** Keeps what was decided about rows, beside what was decided before. */
export function answerList(
  { db }: House,
  actor: Actor,
  id: string,
  answers: Record<string, string>,
): void {
  inTransaction(db, (tx) => {
    const open = readOpen(tx, actor.schoolId, id);
    tx.update(trainingList)
      .set({ answers: { ...open.answers, ...answers } })
      .where(eq(trainingList.id, id))
      .run();
  });
}

/** Throws a list away that was not confirmed. Returns the session it was for. */
export function dropList({ db }: House, actor: Actor, id: string): string | null {
  return inTransaction(db, (tx) => {
    const { sessionId } = readOpen(tx, actor.schoolId, id);
    tx.delete(trainingList).where(eq(trainingList.id, id)).run();
    return sessionId;
  });
}

/**
 * Puts the list on the record, the plan as it was looked at or none of it. Returns how many entries that made.
 * @param mark of the plan that was shown
 * @throws TrainingError `list-changed` when something has changed since, and the plan with it; `list-closed` the second
 *   time; `not-here`.
 */
export function confirmList({ db, now }: House, actor: Actor, id: string, mark: string): number {
  return inTransaction(db, (tx) => {
    const open = readOpen(tx, actor.schoolId, id);
    const lines = planList(tx, open);
    if (markOf(lines) !== mark) {
      throw new TrainingError(
        'list-changed',
        'Something has changed since you looked, so nothing was recorded. Look again at what will happen now.',
        '',
        409,
      );
    }
    const { schoolId } = actor;
    const keep = (entry: { attendance: string; sessionId: string; personId: string }) =>
      tx
        .insert(trainingListEntry)
        .values({ ...entry, schoolId, listId: id })
        .run();
    const made = new Map<string, string>();
    const counts: Record<string, number> = {};
    for (const { kind, person: who, session, details } of lines) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (kind !== 'record' || !who) continue;
      const key = sessionKey(details);
      const sessionId = session ?? made.get(key) ?? bringIn(tx, now(), schoolId, details, key);
      made.set(key, sessionId);
      const enteredFrom = open.sessionId ? 'register' : 'own list';
      const there = { ...details, id: sessionId, personId: who.id };
      const attendance = putDown(tx, now(), actor, there, enteredFrom);
      if (!open.sessionId) keep({ attendance, sessionId, personId: who.id });
    }
    tx.update(trainingList)
      .set({ state: 'done', list: null, answers: {}, counts, doneAt: now().getTime() })
      .where(eq(trainingList.id, id))
      .run();
    return counts.record ?? 0;
  });
}

const bringIn = (
  tx: Tx,
  now: Date,
  schoolId: string,
  details: TrainingLine['details'],
  listKey: string,
) => insertSession(tx, now, schoolId, { ...details, costPence: null, fund: null }, listKey);

/** Lets go of lists that nobody confirmed within a day, and of what an undoing would need once its time is over. */
export function purgeTrainingLists({ db, now }: House): void {
  const at = now().getTime();
  inTransaction(db, (tx) => {
    tx.delete(trainingList)
      .where(and(toCheck, lt(trainingList.createdAt, at - day)))
      .run();
    const over = tx
      .select({ id: trainingList.id })
      .from(trainingList)
      .where(and(eq(trainingList.state, 'done'), lt(trainingList.doneAt, at - daysToUndo * day)))
      .all();
    for (const { id } of over) {
      tx.delete(trainingListEntry).where(eq(trainingListEntry.listId, id)).run();
    }
  });
}
