import { and, desc, eq, gte, isNull, min, ne, or, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Db, Tx } from '~db/client.server';
import { accessLog, staffRow } from '~db/schema/record';
import { londonDate, startOfLondonDay } from './london-date';

export interface Access {
  school: string;
  /** Who looked. */
  actor: string;
  /** Whose record; null for the whole school's. */
  person: string | null;
  /** In words that the person whose record it is will read, and the head too: "opened the training record". */
  what: string;
}

/** Writes that someone looked at a record or took a copy of it. */
export function logAccess({ db, now }: { db: Db | Tx; now: Attune['now'] }, access: Access): void {
  const at = now().getTime();
  db.insert(accessLog)
    .values({ id: uuid({ msecs: at }), at, ...access })
    .run();
}

/**
 * The same for each of several people, each time: one look, a line each. One statement, and none at all where it was only
 * themselves.
 * @param people ids of whose records
 */
export function logEach(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  look: Omit<Access, 'person'>,
  people: readonly string[],
): void {
  insertEach(db, now().getTime(), look, people, sql`1 = 1`);
}

/**
 * The same of what is part of somebody's daily work: once a day for each person and thing looked at, however often it was.
 * One statement, and none at all where it was only themselves.
 * @param people ids of whose records; null for the whole school's
 */
export function logOnceADay(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  look: Omit<Access, 'person'>,
  people: readonly string[] | null,
): void {
  const { school, actor, what } = look;
  const at = now().getTime();
  const since = startOfLondonDay(londonDate(at));
  insertEach(
    db,
    at,
    look,
    people ?? [null],
    sql`not exists (
      select 1 from access_log as seen
      where seen.school = ${school} and seen.person is json_extract(one.value, '$[1]')
        and seen.at >= ${since} and seen.actor = ${actor} and seen.what = ${what}
    )`,
  );
}

function insertEach(
  db: Attune['db'],
  at: number,
  { school, actor, what }: Omit<Access, 'person'>,
  people: readonly (string | null)[],
  where: SQL,
): void {
  const whose = people.filter((person) => person !== actor);
  if (whose.length === 0) return;
  const rows = JSON.stringify(whose.map((person) => [uuid({ msecs: at }), person]));
  db.run(sql`
    with come as materialized (
      select json_extract(one.value, '$[0]') as id, json_extract(one.value, '$[1]') as person
      from json_each(${rows}) as one
      where ${where}
    )
    insert into access_log (id, school, at, actor, person, what, act)
    select id, ${school}, ${at}, ${actor}, person, ${what},
      case when (select count(*) from come) > 1 then (select min(id) from come) end
    from come`);
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
 * Who else looked at a person's record, or at the whole school's since this person is on its staff list, newest first.
 * Two queries.
 */
export function looksAt(
  db: Db,
  school: string,
  person: string,
  { limit }: { limit: number },
): Look[] {
  const listed = db
    .select({ on: min(staffRow.recordedOn) })
    .from(staffRow)
    .where(and(eq(staffRow.school, school), eq(staffRow.personId, person)))
    .get();
  const whole = listed?.on
    ? and(isNull(accessLog.person), gte(accessLog.at, startOfLondonDay(listed.on)))
    : undefined;
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
        or(eq(accessLog.person, person), whole),
      ),
    )
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(limit)
    .all()
    .map(({ person: whose, ...look }) => ({ ...look, wholeSchool: whose === null }));
}
