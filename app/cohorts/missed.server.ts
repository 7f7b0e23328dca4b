import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { askedBy } from '~/record/asked-of.server';
import type { Tx } from '~db/client.server';
import { askedThroughCohorts } from './asked-through.server';
import { type Askable, ask, recordAsked } from './asking.server';
import { type AssignmentRow, readOwnDates } from './own-dates.server';

/** Someone who is at the school again; `cameBack` after being away, and not found never to have left. */
export interface Again extends Askable {
  cameBack: boolean;
}

/**
 * Asks people who are here again what their cohorts were given meanwhile. Who came back has as many days for what they
 * were asked before as the others had, from the day they are back.
 */
export function askWhatTheyMissed(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Pick<Course, 'module'>,
  people: readonly Again[],
): void {
  const byId = new Map(people.map((one) => [one.id, one]));
  const datesOf = readOwnDates(tx, actor.schoolId);
  for (const [row, ids] of askedThroughCohorts(tx, actor.schoolId, [...byId.keys()])) {
    const theirs = ids.flatMap((id) => byId.get(id) ?? []);
    const before = dueBefore(tx, actor, row);
    ask(
      tx,
      now,
      actor,
      course,
      row,
      theirs.filter(({ id }) => !before.has(id)),
    );
    for (const { id, startDate, cameBack } of theirs) {
      const dueBy = before.get(id);
      const dates = datesOf(row, { personId: id, askedOn: startDate, startDate });
      if (dueBy === undefined || !cameBack || dates.dueOn <= dueBy) continue;
      recordAsked(tx, now, actor, course, row, id, dates);
    }
  }
}

const dueBefore = (tx: Tx, { schoolId }: Actor, { id }: AssignmentRow) =>
  new Map(askedBy(tx, schoolId, id).map(({ personId, dueOn }) => [personId, dueOn]));
