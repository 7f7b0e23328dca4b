import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { askedOf } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import type { Tx } from '~db/client.server';
import { assignment } from '~db/schema';
import { recordAsked } from './asking.server';
import { readOwnDates, sameDates } from './own-dates.server';

/**
 * Counts one person's days on their pathways again, inside the caller's transaction, as when their leave has changed.
 * What comes out as it was is not recorded.
 */
export function countAgain(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Attune['course'],
  personId: string,
): void {
  const asked = askedOf(tx, personId);
  if (asked.length === 0) return;
  const { startDate } = staffRow(tx, actor.schoolId, personId);
  const ids = asked.map((one) => one.assignment);
  const rows = tx
    .select()
    .from(assignment)
    .where(
      and(
        eq(assignment.schoolId, actor.schoolId),
        inArray(assignment.id, ids),
        isNotNull(assignment.countedFrom),
      ),
    )
    .all();
  const datesOf = readOwnDates(tx, actor.schoolId);
  for (const row of rows) {
    const before = asked.find((one) => one.assignment === row.id);
    if (!before) continue;
    const dates = datesOf(row, { personId, askedOn: before.assignedOn, startDate });
    if (sameDates(before, dates, londonDate(now))) continue;
    recordAsked(tx, now, actor, course, row, personId, dates);
  }
}
