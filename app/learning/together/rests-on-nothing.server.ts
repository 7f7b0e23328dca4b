import { eq, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from '~db/client.server';
import {
  attempt,
  checkAnswer,
  commitment,
  doneTogether,
  helpRequest,
  outcomeConfidence,
  pageContinued,
  paperQuiz,
  scenarioRun,
} from '~db/schema';
import type { Enrolment } from '../enrolments.server';

const whatRests: (SQLiteTable & { enrolmentId: SQLWrapper })[] = [
  ...[attempt, checkAnswer, commitment, doneTogether],
  ...[helpRequest, outcomeConfidence, pageContinued, paperQuiz, scenarioRun],
];

/** Whether an open enrolment holds nothing at all, of its own or of another session. */
export function restsOnNothing(
  tx: Tx,
  { id, completedAt, knownAlready }: Pick<Enrolment, 'id' | 'completedAt' | 'knownAlready'>,
): boolean {
  if (completedAt !== null || knownAlready) return false;
  return whatRests.every(
    (table) => tx.select().from(table).where(eq(table.enrolmentId, id)).get() === undefined,
  );
}
