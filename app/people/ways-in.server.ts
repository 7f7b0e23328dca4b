import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { joinCode, person } from '~db/schema';
import type { Actor } from './actor';
import { PeopleError } from './errors';
import { insertWayIn, type WayIn } from './way-in.server';

/** The newest way in that was made for somebody who has not joined. */
export interface WayInStanding {
  /** Civil dates; `until` is the last day on which it can be used. */
  madeOn: string;
  until: string;
  /** Its time is up. */
  ended: boolean;
}

/** Of everybody at a school who was given a way in and has not joined: the newest one. One query. */
export function waysInOf(db: Db, schoolId: string, now: Date): Map<string, WayInStanding> {
  const rows = db
    .select({
      personId: joinCode.personId,
      createdAt: joinCode.createdAt,
      expiresAt: joinCode.expiresAt,
    })
    .from(joinCode)
    .innerJoin(person, eq(person.id, joinCode.personId))
    .where(and(eq(person.schoolId, schoolId), isNull(person.joinedAt), isNull(joinCode.usedAt)))
    .orderBy(asc(joinCode.createdAt), asc(joinCode.expiresAt))
    .all();
  return new Map(
    rows.map(({ personId, createdAt, expiresAt }) => [
      personId,
      {
        madeOn: londonDate(createdAt),
        until: londonDate(expiresAt),
        ended: expiresAt <= now.getTime(),
      },
    ]),
  );
}

/** What a slip says of the person whose it is. */
export interface MadeWayIn extends WayIn {
  personId: string;
  name: string;
  /** Whatever they sign in with later; one of them at least. */
  email: string | null;
  staffNumber: string | null;
}

/** More would keep everybody else waiting while their codes are drawn. */
export const mostAtOnce = 100;

/**
 * Makes a fresh way in for each of these, all or none; unused older ones of theirs end. Whoever has joined is passed over:
 * with a new way in their password would change, which is asked for on their own page.
 * @returns by name, with the codes, which are shown once
 * @throws PeopleError `nobody-chosen`, `too-many`, `not-here` or `has-left`
 */
export function createWaysIn(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  personIds: readonly string[],
): { made: MadeWayIn[]; joined: string[] } {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) {
    throw new PeopleError('nobody-chosen', 'Tick at least one person.', 'person');
  }
  if (ids.length > mostAtOnce) {
    throw new PeopleError('too-many', `Tick at most ${mostAtOnce} people at a time.`, 'person');
  }
  return inTransaction(db, (tx) => {
    const people = tx
      .select({
        id: person.id,
        name: person.name,
        email: person.email,
        staffNumber: person.staffNumber,
        joinedAt: person.joinedAt,
      })
      .from(person)
      .where(and(eq(person.schoolId, actor.schoolId), inArray(person.id, ids)))
      .orderBy(asc(person.name), asc(person.id))
      .all();
    if (people.length < ids.length) {
      throw new PeopleError('not-here', 'Somebody you ticked is not on your staff list.', '', 404);
    }
    const made = people.flatMap(({ id, joinedAt, ...rest }) =>
      joinedAt === null ? [{ personId: id, ...rest, ...insertWayIn(tx, now(), actor, id) }] : [],
    );
    return {
      made,
      joined: people.flatMap(({ name, joinedAt }) => (joinedAt === null ? [] : [name])),
    };
  });
}
