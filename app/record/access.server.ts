import { and, desc, eq, gte, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { accessLog, staffRow } from '~db/schema/record';

export interface Access {
  school: string;
  /** Who looked. */
  actor: string;
  /** Whose record; null for the whole school's. */
  person: string | null;
  /** In words that the person whose record it is will read: "opened the training record". */
  what: string;
}

/** Writes that someone looked at a record or took a copy of it. */
export function logAccess({ db, now }: Pick<Attune, 'db' | 'now'>, access: Access): void {
  const at = now().getTime();
  db.insert(accessLog)
    .values({ id: uuid({ msecs: at }), at, ...access })
    .run();
}

export interface Look {
  /** UTC milliseconds. */
  at: number;
  /** As the staff list has it now; null once erased. */
  who: string | null;
  what: string;
  /** True when the whole school's record was looked at, and this person's with it. */
  wholeSchool: boolean;
}

/**
 * Who else looked at a person's record, or at the whole school's with this person in it, newest first.
 * @param since UTC milliseconds: looks at the whole school from before the person was on it are not theirs.
 */
export function looksAt(
  db: Db,
  school: string,
  person: string,
  { since, limit }: { since: number; limit: number },
): Look[] {
  return db
    .select({
      at: accessLog.at,
      who: staffRow.name,
      what: accessLog.what,
      person: accessLog.person,
    })
    .from(accessLog)
    .leftJoin(
      staffRow,
      // Of whichever school: a trust lead looks from another one.
      and(eq(staffRow.personId, accessLog.actor), isNull(staffRow.toSeq)),
    )
    .where(
      and(
        eq(accessLog.school, school),
        ne(accessLog.actor, person),
        or(eq(accessLog.person, person), and(isNull(accessLog.person), gte(accessLog.at, since))),
      ),
    )
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(limit)
    .all()
    .map(({ person: whose, ...look }) => ({ ...look, wholeSchool: whose === null }));
}
