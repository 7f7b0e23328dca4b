import { and, asc, eq } from 'drizzle-orm';
import { v4 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { leave, person } from '~db/schema';
import { CohortError } from './errors';
import { countAgain } from './own-pace.server';

/** Dates away and never the reason; both ends count, and `endsOn` is null until it is known. */
export interface Leave {
  id: string;
  startsOn: string;
  endsOn: string | null;
}

/** One person's leave, the newest first. */
export function leaveOf(
  db: Db,
  { schoolId, personId }: { schoolId: string; personId: string },
): Leave[] {
  return db
    .select({ id: leave.id, startsOn: leave.startsOn, endsOn: leave.endsOn })
    .from(leave)
    .where(and(eq(leave.schoolId, schoolId), eq(leave.personId, personId)))
    .orderBy(asc(leave.startsOn))
    .all()
    .reverse();
}

/**
 * Adds dates away, or changes when they end: the same first day is the same leave. Their days on a pathway are counted
 * again.
 * @throws CohortError `bad-date` when it ends before it begins; `not-here` when the person is not on the staff list
 */
export function addLeave(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  input: { personId: string; startsOn: string; endsOn: string | null },
): void {
  const { personId, startsOn, endsOn } = input;
  if (endsOn !== null && endsOn < startsOn) {
    throw new CohortError(
      'bad-date',
      'The last day away is before the first. Check both.',
      'endsOn',
    );
  }
  inTransaction(db, (tx) => {
    const here = tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.schoolId, actor.schoolId), eq(person.id, personId)))
      .get();
    if (!here) throw new CohortError('not-here', 'They are not on your staff list.', '', 404);
    const same = and(
      eq(leave.schoolId, actor.schoolId),
      eq(leave.personId, personId),
      eq(leave.startsOn, startsOn),
    );
    const { changes } = tx.update(leave).set({ endsOn }).where(same).run();
    if (changes === 0) {
      tx.insert(leave)
        .values({ id: uuid(), schoolId: actor.schoolId, personId, startsOn, endsOn })
        .run();
    }
    countAgain(tx, now(), actor, course, [personId]);
  });
}

/** Takes dates away back out; their days on a pathway are counted again. */
export function removeLeave(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  input: { personId: string; id: string },
): void {
  inTransaction(db, (tx) => {
    const { changes } = tx
      .delete(leave)
      .where(
        and(
          eq(leave.id, input.id),
          eq(leave.schoolId, actor.schoolId),
          eq(leave.personId, input.personId),
        ),
      )
      .run();
    if (changes > 0) countAgain(tx, now(), actor, course, [input.personId]);
  });
}

/** Everybody's dates away at a school, by person. One query. */
export function leavesIn(
  db: Db,
  schoolId: string,
): Map<string, Pick<Leave, 'startsOn' | 'endsOn'>[]> {
  const byPerson = new Map<string, Pick<Leave, 'startsOn' | 'endsOn'>[]>();
  const rows = db
    .select({ personId: leave.personId, startsOn: leave.startsOn, endsOn: leave.endsOn })
    .from(leave)
    .where(eq(leave.schoolId, schoolId))
    .all();
  for (const { personId, ...dates } of rows) {
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), dates]);
  }
  return byPerson;
}
