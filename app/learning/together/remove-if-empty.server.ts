import { eq, inArray, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from '~db/client.server';
import {
  answer,
  attempt,
  checkAnswer,
  commitment,
  doneTogether,
  enrolment,
  helpRequest,
  outcomeConfidence,
  pageContinued,
  paperQuiz,
  scenarioRun,
} from '~db/schema';
import type { Enrolment } from '../enrolments.server';

const whatRests: (SQLiteTable & { enrolmentId: SQLWrapper })[] = [
  ...[checkAnswer, commitment, doneTogether],
  ...[helpRequest, outcomeConfidence, pageContinued, scenarioRun],
];

/**
 * Removes an open enrolment that holds nothing at all, of its person's own or of another session. A quiz that was only
 * printed for them is nothing of theirs, and goes with it. True when it was removed.
 */
export function removeIfEmpty(
  tx: Tx,
  { id, completedAt, knownAlready }: Pick<Enrolment, 'id' | 'completedAt' | 'knownAlready'>,
): boolean {
  if (completedAt !== null || knownAlready) return false;
  const holds = (table: (typeof whatRests)[number]) =>
    tx.select().from(table).where(eq(table.enrolmentId, id)).get() !== undefined;
  if (whatRests.some(holds)) return false;
  const printed = tx.select().from(paperQuiz).where(eq(paperQuiz.enrolmentId, id)).all();
  const goes = tx.select({ id: attempt.id }).from(attempt).where(eq(attempt.enrolmentId, id)).all();
  const onlyPrinted = goes.every((go) =>
    printed.some(({ attemptId, enteredAt }) => attemptId === go.id && enteredAt === null),
  );
  const ids = goes.map((go) => go.id);
  if (!onlyPrinted) return false;
  if (tx.select().from(answer).where(inArray(answer.attemptId, ids)).get()) return false;
  tx.delete(paperQuiz).where(eq(paperQuiz.enrolmentId, id)).run();
  tx.delete(attempt).where(inArray(attempt.id, ids)).run();
  tx.delete(enrolment).where(eq(enrolment.id, id)).run();
  return true;
}
