import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import type { EventData } from '~/record/vocabulary';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { answer, attempt, paperQuiz } from '~db/schema';
import { type Attempt, attemptById } from '../attempts.server';
import { versionOf } from '../enrolments.server';
import { LearningError } from '../errors';
import { eventOf } from '../event.server';
import { withdrawCompletion } from '../withdraw-completion.server';
import { noSuchSheet, sheetByNumber } from './sheet-rows.server';

/** A sheet that was entered, as the page shows it on which it can be taken back. */
export interface EnteredSheet {
  number: string;
  name: string;
  module: string;
  moduleTitle: string;
  enteredAt: number;
  /** A completion stands, as the overview shows too; it may rest on this sheet. */
  completed: boolean;
}

/** @throws LearningError 'not there'; 'not entered', also for one that was taken back */
export function enteredSheet(
  attune: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  number: string,
): EnteredSheet {
  const found = sheetByNumber(attune.db, schoolId, number);
  if (!found) throw noSuchSheet(number);
  if (!standsAsEntered(attune.db, found)) throw notEntered();
  const { enrolled, name } = found;
  return {
    ...{ number, name, module: enrolled.module, enteredAt: found.sheet.enteredAt ?? 0 },
    moduleTitle: versionOf(attune, enrolled).title,
    completed: enrolled.completedAt !== null,
  };
}

/** Not where what it counted towards was withdrawn otherwise, and set aside. */
function standsAsEntered(
  db: Db | Tx,
  { sheet, enrolled }: NonNullable<ReturnType<typeof sheetByNumber>>,
): boolean {
  if (sheet.enteredAt === null || enrolled.setAsideAt !== null) return false;
  if (sheet.attemptId === null) return true;
  const go = db.select().from(attempt).where(eq(attempt.id, sheet.attemptId)).get();
  return go?.setAsideAt === null;
}

const notEntered = () =>
  new LearningError(
    'not entered',
    409,
    'This sheet does not stand as entered. It may have been taken back already, in another tab or by somebody else.',
  );

/**
 * Takes back what was entered from a sheet: its answers go, its go is open again and the sheet can be entered again. What
 * the record says of it, if it met the standard, is withdrawn by an event with the reason, and with it a completion that nothing else bears. When
 * the person has begun another go since, that one stays, and this one goes as if it had never been.
 *
 * @throws LearningError as `enteredSheet`
 */
export function takeBack(
  attune: Attune,
  actor: Actor,
  input: { number: string; reason: EventData<'withdrawn'>['reason'] },
): void {
  const { db } = attune;
  inTransaction(db, (tx) => {
    const found = sheetByNumber(tx, actor.schoolId, input.number);
    if (!found) throw noSuchSheet(input.number);
    if (!standsAsEntered(tx, found)) throw notEntered();
    const { sheet, enrolled } = found;
    const now = attune.now();
    const go = sheet.attemptId === null ? undefined : attemptById(db, sheet.attemptId);
    const isLast = go !== undefined && !laterGo(tx, go);
    tx.update(paperQuiz)
      .set({
        ...{ enteredBy: null, enteredAt: null, entered: null, seenAt: null },
        attemptId: isLast ? go.id : null,
      })
      .where(eq(paperQuiz.number, sheet.number))
      .run();
    if (!go) return;
    tx.delete(answer)
      .where(
        isLast
          ? and(eq(answer.attemptId, go.id), inArray(answer.item, sheet.entered ?? []))
          : eq(answer.attemptId, go.id),
      )
      .run();
    if (!isLast) tx.delete(attempt).where(eq(attempt.id, go.id)).run();
    if (go.markedAt === null) return;
    if (isLast) {
      tx.update(attempt)
        .set({ markedAt: null, standardMet: null })
        .where(eq(attempt.id, go.id))
        .run();
    }
    if (go.standardMet) {
      append(tx, now, eventOf(actor, enrolled, now, 'marking withdrawn', { reason: input.reason }));
    }
    const version = versionOf(attune, enrolled);
    withdrawCompletion(attune, tx, now, actor, enrolled, version, input.reason);
  });
}

function laterGo(tx: Db | Tx, go: Attempt): boolean {
  const later = tx
    .select({ id: attempt.id })
    .from(attempt)
    .where(and(eq(attempt.enrolmentId, go.enrolmentId), gt(attempt.n, go.n)))
    .get();
  return later !== undefined;
}
