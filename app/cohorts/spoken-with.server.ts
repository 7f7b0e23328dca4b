import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { person, spokenWith } from '~db/schema';
import { CohortError } from './errors';
import { nextFriday } from './friday';

type House = Pick<Attune, 'db' | 'now'>;

/** Whom a lead has spoken with, until when they are not listed again, and who it was. */
export interface Spoken {
  personId: string;
  by: string;
  /** UTC milliseconds. */
  at: number;
  /** Civil date. */
  until: string;
}

/** Whoever is set aside today. One query. */
export function spokenOf({ db, now }: House, schoolId: string): Spoken[] {
  return db
    .select({
      personId: spokenWith.personId,
      by: spokenWith.by,
      at: spokenWith.at,
      until: spokenWith.until,
    })
    .from(spokenWith)
    .where(eq(spokenWith.schoolId, schoolId))
    .all()
    .filter(({ until }) => until > londonDate(now()));
}

/** What is kept about one person: that they were spoken with, and until when it is. */
export function spokenAbout(
  db: Db,
  { schoolId, personId }: { schoolId: string; personId: string },
): { at: number; until: string }[] {
  return db
    .select({ at: spokenWith.at, until: spokenWith.until })
    .from(spokenWith)
    .where(and(eq(spokenWith.schoolId, schoolId), eq(spokenWith.personId, personId)))
    .all();
}

/**
 * Takes people off this week's list until next Friday, all or none.
 * @throws CohortError `not-here` when one of them is not on this staff list
 */
export function setAside({ db, now }: House, actor: Actor, personIds: readonly string[]): void {
  const ids = [...new Set(personIds)];
  const { schoolId, personId: by } = actor;
  const row = { by, at: now().getTime(), until: nextFriday(londonDate(now())) };
  inTransaction(db, (tx) => {
    const here = tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.schoolId, schoolId), inArray(person.id, ids)))
      .all();
    if (here.length < ids.length) {
      throw new CohortError('not-here', 'They are not on your staff list.', '', 404);
    }
    for (const personId of ids) {
      tx.insert(spokenWith)
        .values({ personId, schoolId, ...row })
        .onConflictDoUpdate({ target: spokenWith.personId, set: row })
        .run();
    }
  });
}

/** Puts somebody back on the list. */
export function putBack({ db }: House, actor: Actor, personId: string): void {
  db.delete(spokenWith)
    .where(and(eq(spokenWith.schoolId, actor.schoolId), eq(spokenWith.personId, personId)))
    .run();
}

/** Deletes what has had its time: nobody keeps a list of whom they once spoke with. */
export function forgetSpoken({ db, now }: House): void {
  db.delete(spokenWith)
    .where(lte(spokenWith.until, londonDate(now())))
    .run();
}
