import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { assignment } from '~db/schema';
import type { AssignmentRow } from './own-dates.server';

/** What a cohort is asked and was not taken back, in the order in which it was given. */
export function openRows(tx: Tx, schoolId: string, cohortId: string): AssignmentRow[] {
  return tx
    .select()
    .from(assignment)
    .where(
      and(
        eq(assignment.schoolId, schoolId),
        eq(assignment.cohortId, cohortId),
        isNull(assignment.withdrawnAt),
      ),
    )
    .orderBy(asc(assignment.assignedAt), asc(assignment.id))
    .all();
}
