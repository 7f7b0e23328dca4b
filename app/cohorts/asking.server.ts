import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { EventData, NewEvent } from '~/record/vocabulary';
import type { Tx } from '~db/client.server';
import type { assignment } from '~db/schema';

type AssignmentRow = typeof assignment.$inferSelect;
type Reason = EventData<'exempted'>['reason'];

const about = (
  actor: Actor,
  row: Pick<AssignmentRow, 'id' | 'module'>,
  personId: string,
  now: Date,
) => ({
  school: actor.schoolId,
  object: row.id,
  module: row.module,
  person: personId,
  actor: actor.personId,
  actorRole: actor.role,
  happenedOn: londonDate(now),
});

/** Records that someone is asked to learn what an assignment gives. */
export function recordAsked(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Pick<Course, 'module'>,
  row: AssignmentRow,
  personId: string,
): void {
  const module = course.module(row.module);
  const asked: NewEvent<'assigned'> = {
    ...about(actor, row, personId, now),
    verb: 'assigned',
    data: {
      // A module withdrawn from the shelf since it was assigned keeps its name there and no minutes.
      moduleTitle: module?.title ?? row.module,
      dueOn: row.dueOn,
      publishedMinutes: module?.minutes ?? 0,
      paidMinutes: row.paidMinutes,
    },
  };
  append(tx, now, asked);
}

/** Records that someone is no longer asked. */
export function recordNotAsked(
  tx: Tx,
  now: Date,
  actor: Actor,
  row: Pick<AssignmentRow, 'id' | 'module'>,
  personId: string,
  reason: Reason,
): void {
  const excused: NewEvent<'exempted'> = {
    ...about(actor, row, personId, now),
    verb: 'exempted',
    data: { reason },
  };
  append(tx, now, excused);
}
