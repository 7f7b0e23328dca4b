import type { Db } from '~db/client.server';
import { attemptById } from './attempts.server';
import { enrolmentById, type Whose } from './enrolments.server';

/** Whether a go at the quiz is one's own, in this module, and counts for nothing any more. */
export function isGoSetAside(
  db: Db,
  whose: Whose,
  { attemptId, module }: { attemptId: string; module: string },
): boolean {
  const go = attemptById(db, attemptId);
  const enrolled = go && enrolmentById(db, whose, go.enrolmentId);
  if (!go || enrolled?.module !== module) return false;
  return go.setAsideAt !== null || enrolled.setAsideAt !== null;
}
