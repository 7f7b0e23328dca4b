import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '~/people/actor';
import { askedBy } from '~/record/asked-of.server';
import type { Tx } from '~db/client.server';
import { assignment, cohortMember } from '~db/schema';
import { recordNotAsked } from './asking.server';
import type { AssignmentRow } from './own-dates.server';

/** Takes people out of every cohort they are in; nobody asks them anything any more. */
export function takeOutOfAll(tx: Tx, now: Date, actor: Actor, personIds: readonly string[]): void {
  for (const [row, ids] of askedThroughCohorts(tx, actor.schoolId, personIds)) {
    const asked = new Set(askedBy(tx, actor.schoolId, row.id).map(({ personId }) => personId));
    for (const id of ids) {
      if (asked.has(id)) recordNotAsked(tx, now, actor, row, id, 'no longer in the cohort');
    }
  }
  for (const some of inPieces(personIds)) {
    tx.delete(cohortMember).where(inArray(cohortMember.personId, some)).run();
  }
}

/** What is asked through the cohorts of these people: each assignment that stands, with whose it is. */
export function askedThroughCohorts(
  tx: Tx,
  schoolId: string,
  personIds: readonly string[],
): Map<AssignmentRow, string[]> {
  const found = new Map<string, { row: AssignmentRow; ids: string[] }>();
  for (const some of inPieces(personIds)) {
    const rows = tx
      .select({ row: assignment, personId: cohortMember.personId })
      .from(cohortMember)
      .innerJoin(assignment, eq(assignment.cohortId, cohortMember.cohortId))
      .where(
        and(
          inArray(cohortMember.personId, some),
          eq(assignment.schoolId, schoolId),
          isNull(assignment.withdrawnAt),
        ),
      )
      .all();
    for (const { row, personId } of rows) {
      const one = found.get(row.id);
      if (one) one.ids.push(personId);
      else found.set(row.id, { row, ids: [personId] });
    }
  }
  return new Map([...found.values()].map(({ row, ids }) => [row, ids]));
}

/** SQLite takes only so many values in one statement. */
function* inPieces(ids: readonly string[]): Generator<string[]> {
  for (let i = 0; i < ids.length; i += 500) yield ids.slice(i, i + 500);
}
