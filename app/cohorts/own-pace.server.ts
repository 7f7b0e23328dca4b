import { and, eq, isNotNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { askedAnew } from '~/record/asked-anew.server';
import { askedOf } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import type { Tx } from '~db/client.server';
import { assignment } from '~db/schema';
import { recordAsked } from './asking.server';
import { readOwnDates, sameDates } from './own-dates.server';

/**
 * Counts people's days on their pathways again, inside the caller's transaction, as when their leave has changed. What
 * comes out as it was is not recorded, and a day that the lead gave to somebody who is asked anew stands. The calendar is
 * read once, however many they are.
 */
export function countAgain(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Attune['course'],
  personIds: readonly string[],
): void {
  if (personIds.length === 0) return;
  const steps = tx
    .select()
    .from(assignment)
    .where(and(eq(assignment.schoolId, actor.schoolId), isNotNull(assignment.countedFrom)))
    .all();
  if (steps.length === 0) return;
  const stepOf = new Map(steps.map((row) => [row.id, row]));
  const datesOf = readOwnDates(tx, actor.schoolId);
  const anew = askedAnew(tx, actor.schoolId);
  for (const personId of personIds) {
    const asked = askedOf(tx, personId).filter((one) => stepOf.has(one.assignment));
    if (asked.length === 0) continue;
    const { startDate } = staffRow(tx, actor.schoolId, personId);
    for (const before of asked) {
      const row = stepOf.get(before.assignment);
      if (!row || anew.has(`${row.id} ${personId}`)) continue;
      const dates = datesOf(row, { personId, askedOn: before.assignedOn, startDate });
      if (sameDates(before, dates, londonDate(now))) continue;
      recordAsked(tx, now, actor, course, row, personId, dates);
    }
  }
}
