import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { attendances } from '~/record/sessions-attended.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { trainingList, trainingListEntry, trainingSession } from '~db/schema';
import { staffRow, trainingRow } from '~db/schema/record';
import { withdraw } from '../attendance.server';
import { TrainingError } from '../errors';

type House = Pick<Attune, 'db' | 'now'>;
type ListRow = typeof trainingList.$inferSelect;

export const day = 24 * 60 * 60 * 1000;
export const daysToUndo = 60;

/** True while a list of past training can be undone. */
export const canUndo = (
  { state, doneAt, sessionId }: Pick<ListRow, 'state' | 'doneAt' | 'sessionId'>,
  now: Date,
): boolean =>
  state === 'done' &&
  sessionId === null &&
  doneAt !== null &&
  doneAt > now.getTime() - daysToUndo * day;

/** One entry that a list made, as it stands. */
export interface ListEntry {
  attendance: string;
  personId: string;
  sessionId: string;
  /** Null once erased. */
  name: string | null;
  /** What the training is called now. */
  title: string;
  /** `back`: undoing takes it back. Else why it stays as it is. */
  fate: 'back' | 'corrected since' | 'taken off already';
}

/**
 * What undoing a list would come to, an entry each, by name. Whatever somebody has put right since was looked at by a
 * person, and stays.
 * @throws TrainingError `not-here`; `list-closed` when it is undone already or its time is over.
 */
export function planUndo(db: Db | Tx, schoolId: string, id: string, now: Date): ListEntry[] {
  const list = db
    .select()
    .from(trainingList)
    .where(and(eq(trainingList.schoolId, schoolId), eq(trainingList.id, id)))
    .get();
  if (!list) throw new TrainingError('not-here', 'There is no such list here.', '', 404);
  if (!canUndo(list, now)) {
    throw new TrainingError('list-closed', 'This list cannot be undone any more.', '', 409);
  }
  const rows = db
    .select({
      attendance: trainingListEntry.attendance,
      personId: trainingListEntry.personId,
      sessionId: trainingListEntry.sessionId,
      name: staffRow.name,
      title: trainingRow.moduleTitle,
      status: trainingRow.status,
      restsOn: trainingRow.recordId,
    })
    .from(trainingListEntry)
    .innerJoin(
      trainingRow,
      and(
        eq(trainingRow.school, trainingListEntry.schoolId),
        eq(trainingRow.rowId, trainingListEntry.attendance),
        isNull(trainingRow.toSeq),
      ),
    )
    .innerJoin(
      staffRow,
      and(
        eq(staffRow.school, trainingListEntry.schoolId),
        eq(staffRow.personId, trainingListEntry.personId),
        isNull(staffRow.toSeq),
      ),
    )
    .where(and(eq(trainingListEntry.schoolId, schoolId), eq(trainingListEntry.listId, id)))
    .orderBy(staffRow.name, trainingRow.moduleTitle)
    .all();
  return rows.map(({ status, restsOn, ...entry }) => ({
    ...entry,
    fate: fateOf(entry.attendance, status, restsOn),
  }));
}

function fateOf(attendance: string, status: string, restsOn: string): ListEntry['fate'] {
  if (status === 'withdrawn') return 'taken off already';
  return restsOn === attendance ? 'back' : 'corrected since';
}

/**
 * Takes back what a list put on the record, by an event each, and lets go of the sessions that this leaves with nobody
 * and with no cost. Returns how many entries it took back.
 * @throws TrainingError as `planUndo`
 */
export function undoTrainingList({ db, now }: House, actor: Actor, id: string): number {
  return inTransaction(db, (tx) => {
    const { schoolId } = actor;
    const back = planUndo(tx, schoolId, id, now()).filter(({ fate }) => fate === 'back');
    for (const one of back) {
      withdraw(tx, now(), actor, one, 'recorded in error');
      tx.update(trainingListEntry)
        .set({ undone: true })
        .where(
          and(
            eq(trainingListEntry.schoolId, schoolId),
            eq(trainingListEntry.attendance, one.attendance),
          ),
        )
        .run();
    }
    letGo(
      tx,
      schoolId,
      back.map(({ sessionId }) => sessionId),
    );
    tx.update(trainingList)
      .set({ state: 'undone', undoneAt: now().getTime(), undoneBy: actor.personId })
      .where(and(eq(trainingList.schoolId, schoolId), eq(trainingList.id, id)))
      .run();
    return back.length;
  });
}

/** Sessions that only lists knew of. One that somebody is on, was taken off by hand, or has a cost, stays. */
function letGo(tx: Tx, schoolId: string, sessions: readonly string[]): void {
  const used = new Set(
    [...attendedButUndone(tx, schoolId).keys()].map((key) => key.slice(0, key.indexOf(' '))),
  );
  const empty = [...new Set(sessions)].filter((one) => !used.has(one));
  const named = tx
    .select({ id: trainingList.sessionId })
    .from(trainingList)
    .where(and(eq(trainingList.schoolId, schoolId), inArray(trainingList.sessionId, empty)))
    .all()
    .map(({ id }) => id);
  for (const one of empty.filter((id) => !named.includes(id))) {
    tx.delete(trainingSession)
      .where(
        and(
          eq(trainingSession.schoolId, schoolId),
          eq(trainingSession.id, one),
          isNotNull(trainingSession.listKey),
          isNull(trainingSession.costPence),
          isNull(trainingSession.fund),
        ),
      )
      .run();
  }
}

/** As `attendances`, without what went when a list was undone: that may come in again. Two queries. */
export function attendedButUndone(db: Db | Tx, schoolId: string): Map<string, boolean> {
  const found = attendances(db, schoolId);
  const undone = db
    .select({ sessionId: trainingListEntry.sessionId, personId: trainingListEntry.personId })
    .from(trainingListEntry)
    .where(and(eq(trainingListEntry.schoolId, schoolId), eq(trainingListEntry.undone, true)))
    .all();
  for (const { sessionId, personId } of undone) {
    const key = `${sessionId} ${personId}`;
    if (found.get(key) === true) found.delete(key);
  }
  return found;
}
