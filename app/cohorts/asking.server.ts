import { eq } from 'drizzle-orm';
import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { withdrawnAnswers } from '~/record/asked-anew.server';
import { askedBy, completedBy } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import type { EventData, NewEvent } from '~/record/vocabulary';
import type { Db, Tx } from '~db/client.server';
import { exemption } from '~db/schema';
import { type AssignmentRow, type OwnDates, readOwnDates } from './own-dates.server';

type Reason = EventData<'exempted'>['reason'];
type Shelf = Pick<Course, 'module'>;

/** Someone who may be asked. `startDate` is their first day, a civil date. */
export interface Askable {
  id: string;
  startDate: string;
}

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

/** Who has done what an assignment asks, as the module is now: they are not asked again. */
export function doneAlready(
  db: Db | Tx,
  course: Shelf,
  schoolId: string,
  module: string,
): Set<string> {
  return completedBy(db, schoolId, module, course.module(module)?.version ?? 1);
}

/**
 * Asks people to learn what an assignment gives, from today or their first day: not those who have done it already or
 * are exempt from it, and nobody twice. Whose completion had answered it and was withdrawn is asked anew.
 */
export function ask(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Shelf,
  row: AssignmentRow,
  people: readonly Askable[],
): void {
  const done = doneAlready(tx, course, actor.schoolId, row.module);
  const asked = new Set(askedBy(tx, actor.schoolId, row.id).map(({ personId }) => personId));
  const letOff = exemptFrom(tx, row.id);
  const gone = withdrawnAnswers(tx, actor.schoolId, row.id);
  const askedOn = londonDate(now);
  const datesOf = readOwnDates(tx, actor.schoolId);
  for (const { id, startDate } of people) {
    if (done.has(id) || asked.has(id) || letOff.has(id)) continue;
    const dates = datesOf(row, { personId: id, askedOn, startDate });
    recordAsked(tx, now, actor, course, row, id, { ...dates, again: gone.get(id) });
  }
}

/** Who is exempt from an assignment. */
export function exemptFrom(tx: Tx, assignmentId: string): Set<string> {
  const rows = tx
    .select({ personId: exemption.personId })
    .from(exemption)
    .where(eq(exemption.assignmentId, assignmentId))
    .all();
  return new Set(rows.map(({ personId }) => personId));
}

/**
 * Records that someone is asked, or, when they are asked already, from and by when from now on. `again`: the completion
 * that had answered it and was withdrawn.
 */
export function recordAsked(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Shelf,
  row: AssignmentRow,
  personId: string,
  { opensOn, dueOn, again }: OwnDates & { again?: string | undefined },
): void {
  const module = course.module(row.module);
  const asked: NewEvent<'assigned'> = {
    ...about(actor, row, personId, now),
    verb: 'assigned',
    data: {
      // A module withdrawn from the shelf since it was assigned keeps its name there and no minutes.
      moduleTitle: module?.title ?? row.module,
      ...(opensOn !== undefined && opensOn > londonDate(now) ? { opensOn } : {}),
      dueOn,
      publishedMinutes: module?.minutes ?? 0,
      paidMinutes: row.paidMinutes,
      again,
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
