import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { school } from '~db/schema/people';
import { event, eventDetail } from '~db/schema/record';
import { londonDate } from './london-date';

/** What a school was called when this entry was made on its record, by the entry's number. Two queries. */
export function schoolNameAt(db: Db | Tx, id: string, seq: number): string {
  // The verb is written out: a parameter would keep SQLite from the index of renamings.
  const next = db
    .select({ name: eventDetail.value })
    .from(event)
    .innerJoin(
      eventDetail,
      and(eq(eventDetail.eventId, event.id), eq(eventDetail.name, 'formerName')),
    )
    .where(and(eq(event.school, id), gt(event.seq, seq), sql`${event.verb} = 'school renamed'`))
    .orderBy(asc(event.seq))
    .limit(1)
    .get();
  return typeof next?.name === 'string' ? next.name : nameNow(db, id);
}

/** Its earlier names, the newest first, each with the civil date on which it was given up. */
export function formerNames(db: Db, id: string): { name: string; until: string }[] {
  const rows = db
    .select({ at: event.at, name: eventDetail.value })
    .from(event)
    .innerJoin(
      eventDetail,
      and(eq(eventDetail.eventId, event.id), eq(eventDetail.name, 'formerName')),
    )
    .where(and(eq(event.school, id), sql`${event.verb} = 'school renamed'`))
    .orderBy(asc(event.seq))
    .all();
  return rows.map(({ at, name }) => ({ name: String(name), until: londonDate(at) })).reverse();
}

function nameNow(db: Db | Tx, id: string): string {
  const row = db.select({ name: school.name }).from(school).where(eq(school.id, id)).get();
  if (!row) throw new Error(`There is no school ${id}`);
  return row.name;
}
