import { and, eq, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { changeLastDay, type LastDayChange } from '~/people/last-day.server';
import { staffRow } from '~/people/staff-rows.server';
import { askedOf } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { assignment, cohortMember } from '~db/schema';
import { ask, dueOf, recordAsked } from './asking.server';

/**
 * Puts a last day right, and asks whoever is here again what their cohorts were given meanwhile. Someone who came back
 * has as many days for what they were asked before as the others had, from the day they are back.
 */
export function putLastDayRight(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  personId: string,
  change: LastDayChange,
): void {
  inTransaction(db, (tx) => {
    changeLastDay(tx, now(), actor, personId, change);
    const { startDate, leaveDate } = staffRow(tx, actor.schoolId, personId);
    if (leaveDate !== null && leaveDate < londonDate(now())) return;
    const before = new Map(askedOf(tx, personId).map((one) => [one.assignment, one.dueOn]));
    const rows = tx
      .select({ row: assignment })
      .from(cohortMember)
      .innerJoin(assignment, eq(assignment.cohortId, cohortMember.cohortId))
      .where(
        and(
          eq(cohortMember.personId, personId),
          eq(assignment.schoolId, actor.schoolId),
          isNull(assignment.withdrawnAt),
        ),
      )
      .all();
    for (const { row } of rows) {
      const dueBefore = before.get(row.id);
      if (dueBefore === undefined) {
        ask(tx, now(), actor, course, row, [{ id: personId, startDate }]);
        continue;
      }
      const due = dueOf(row, startDate);
      if (change.why !== 'came back' || due <= dueBefore) continue;
      recordAsked(tx, now(), actor, course, row, personId, due);
    }
  });
}
