import { and, asc, count, desc, eq, gte, inArray, isNull, lt, min, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import { accessLog, staffRow } from '~db/schema/record';
import { columnsOf, type Table } from './export/table';
import { addDays, londonDate, startOfLondonDay } from './london-date';

/** Which looks: those of one month, those that reached one person's record, or both; or one look, with each person in it. */
export interface AccessFilter {
  /** A person's id: looks at their record, and at the whole school's since they are on its list. */
  person?: string;
  /** `2026-03`. */
  month?: string;
  /** A look's id, as `AccessEntry` has it. */
  act?: string;
  /** Civil date: up to its end. */
  until: string;
}

export interface AccessEntry {
  id: string;
  /** UTC milliseconds. */
  at: number;
  /** As the staff list has them now; null once erased. */
  who: string | null;
  what: string;
  /** Null for the whole school's record. */
  person: string | null;
  whose: string | null;
  /** Shared by the lines of a look at several people; null of a look by itself. */
  act: string | null;
}

/** A look as it stands on the list. */
export interface ListedLook extends AccessEntry {
  /** How many people's records it was at; 0 for the whole school's. */
  people: number;
}

const looker = alias(staffRow, 'looker');
const owner = alias(staffRow, 'owner');

/**
 * Who opened or downloaded whose record, the newest first: one page of it. A look at several people stands there once;
 * of one person's looks, or of one look, there is a line for each person, the latter by name. Two queries.
 */
export function accessEntries(
  db: Db,
  school: string,
  filter: AccessFilter,
  { limit, offset }: { limit: number; offset: number },
): ListedLook[] {
  const lines = entries(db)
    .where(and(meets(db, school, filter), oncePerAct(filter)))
    .orderBy(...(filter.act ? [sql`${owner.name} is null`, asc(owner.name)] : []), ...newestFirst)
    .limit(limit)
    .offset(offset)
    .all();
  const acts = [...new Set(lines.flatMap(({ act }) => act ?? []))];
  const counted = db
    .select({ act: accessLog.act, people: count() })
    .from(accessLog)
    .where(inArray(accessLog.act, acts))
    .groupBy(accessLog.act)
    .all();
  const people = new Map(counted.map((one) => [one.act, one.people]));
  return lines.map((line) => ({
    ...line,
    people: people.get(line.act) ?? (line.person === null ? 0 : 1),
  }));
}

export function countAccess(db: Db, school: string, filter: AccessFilter): number {
  const counted = db
    .select({ n: count() })
    .from(accessLog)
    .where(and(meets(db, school, filter), oncePerAct(filter)))
    .get();
  return counted?.n ?? 0;
}

/** Of a look at several people its first line stands for all, unless somebody is asked about, or that look. */
const oncePerAct = ({ person, act }: AccessFilter) =>
  // As the index has it, in words and order, or SQLite does not see that it fits.
  person || act ? undefined : sql`(act is null or act = access_log.id)`;

/** The months in which anybody looked, from the first until now, the newest first. */
export function monthsOfAccess(db: Db, school: string, today: string): string[] {
  const first = db
    .select({ at: min(accessLog.at) })
    .from(accessLog)
    .where(eq(accessLog.school, school))
    .get();
  const months: string[] = [];
  const from = londonDate(first?.at ?? startOfLondonDay(today)).slice(0, 7);
  for (let month = from; month <= today.slice(0, 7); month = after(month)) months.unshift(month);
  return months;
}

const zoned = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' },
});

/** `09:05`, in Europe/London. */
export const timeOfDay = (at: number): string => zoned.format(at);

const columns = columnsOf(['date', 'time', 'who', 'what', 'whose_record', 'look_id'], {
  dates: ['date'],
});
const rowsAtOnce = 500;

/**
 * The same as a table for an export, read a few hundred rows at a time: a line for each person, those of one look with the
 * same `look_id`.
 */
export function accessTable(db: Db, school: string, filter: AccessFilter): Table {
  return { name: 'who-looked', columns, rows: rowsOf(db, school, filter) };
}

function* rowsOf(db: Db, school: string, filter: AccessFilter) {
  let last: AccessEntry | undefined;
  do {
    // By where the last batch ended and not by number: looks that come in meanwhile stand before it.
    const rest =
      last &&
      or(lt(accessLog.at, last.at), and(eq(accessLog.at, last.at), lt(accessLog.id, last.id)));
    const batch = entries(db)
      .where(and(meets(db, school, filter), rest))
      .orderBy(...newestFirst)
      .limit(rowsAtOnce)
      .all();
    for (const one of batch) {
      const whose = one.person === null ? 'the whole school' : (one.whose ?? 'name erased');
      const who = one.who ?? 'name erased';
      yield [londonDate(one.at), timeOfDay(one.at), who, one.what, whose, one.act ?? one.id];
    }
    last = batch.length === rowsAtOnce ? batch.at(-1) : undefined;
  } while (last);
}

function entries(db: Db) {
  return (
    db
      .select({
        id: accessLog.id,
        at: accessLog.at,
        who: looker.name,
        what: accessLog.what,
        person: accessLog.person,
        whose: owner.name,
        act: accessLog.act,
      })
      .from(accessLog)
      // Of whichever school: a trust lead looks from another one.
      .leftJoin(looker, and(eq(looker.personId, accessLog.actor), isNull(looker.toSeq)))
      .leftJoin(
        owner,
        and(
          eq(owner.school, accessLog.school),
          eq(owner.personId, accessLog.person),
          isNull(owner.toSeq),
        ),
      )
      .$dynamic()
  );
}

const newestFirst = [desc(accessLog.at), desc(accessLog.id)] as const;

function meets(db: Db, school: string, { person, month, act, until }: AccessFilter) {
  const before = startOfLondonDay(addDays(until, 1));
  return and(
    eq(accessLog.school, school),
    lt(accessLog.at, before),
    ...(month
      ? [
          gte(accessLog.at, startOfLondonDay(`${month}-01`)),
          lt(accessLog.at, startOfLondonDay(`${after(month)}-01`)),
        ]
      : []),
    act ? eq(accessLog.act, act) : undefined,
    person ? reached(db, school, person) : undefined,
  );
}

function reached(db: Db, school: string, person: string) {
  const listed = db
    .select({ on: min(staffRow.recordedOn) })
    .from(staffRow)
    .where(and(eq(staffRow.school, school), eq(staffRow.personId, person)))
    .get();
  return or(
    eq(accessLog.person, person),
    listed?.on
      ? and(isNull(accessLog.person), gte(accessLog.at, startOfLondonDay(listed.on)))
      : sql`false`,
  );
}

/** The month after: `2026-12` gives `2027-01`. */
function after(month: string): string {
  const [year = 0, n = 0] = month.split('-').map(Number);
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
}
