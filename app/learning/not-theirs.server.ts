import { and, eq, isNotNull } from 'drizzle-orm';
import { withdrawalsOf } from '~/record/withdrawals.server';
import type { Db } from '~db/client.server';
import { enrolment, withdrawnCompletion } from '~db/schema';
import type { Whose } from './enrolments.server';

/**
 * Enrolments of one person of whose completion it was found that none of it was theirs, by id: what was typed there is
 * kept apart from their own words. Put back, it is theirs again. Two queries.
 */
export function notTheirs(db: Db, { schoolId, personId }: Whose): Set<string> {
  const goes = withdrawalsOf(db, schoolId, personId).filter(({ read }) => read === 'goes');
  const found = new Set(goes.map(({ completionId }) => completionId));
  const rows = db
    .select({ id: enrolment.id, completionId: withdrawnCompletion.completionId })
    .from(withdrawnCompletion)
    .innerJoin(enrolment, eq(enrolment.id, withdrawnCompletion.enrolmentId))
    .where(
      and(
        eq(enrolment.schoolId, schoolId),
        eq(enrolment.personId, personId),
        isNotNull(enrolment.setAsideAt),
      ),
    )
    .all();
  return new Set(rows.flatMap(({ id, completionId }) => (found.has(completionId) ? id : [])));
}
