import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, eventDetail } from '~db/schema/record';
import { londonDate } from './london-date';

export interface EventAbout {
  id: string;
  /** Its number on the record. */
  entry: number;
  /** Civil date. */
  recordedOn: string;
  verb: string;
  module: string | null;
  fields: Record<string, unknown>;
}

/**
 * Every event about a person or by them: what "My data" gives out, and to that person alone. Of what they did for
 * others they get what and when; who the others are is not theirs to have.
 */
export function eventsOf(db: Db, school: string, person: string): EventAbout[] {
  const theirs = db
    .select({ id: eventDetail.eventId })
    .from(eventDetail)
    .where(
      and(
        or(eq(eventDetail.name, 'person'), eq(eventDetail.name, 'actor')),
        eq(eventDetail.value, person),
      ),
    );
  const rows = db
    .select({ event, name: eventDetail.name, value: eventDetail.value })
    .from(event)
    .innerJoin(eventDetail, eq(eventDetail.eventId, event.id))
    .where(and(eq(event.school, school), inArray(event.id, theirs)))
    .orderBy(asc(event.seq), asc(eventDetail.name))
    .all();
  const events = new Map<string, EventAbout>();
  for (const { event: e, name, value } of rows) {
    const { id, seq: entry, verb, module } = e;
    const one = events.get(id) ?? {
      ...{ id, entry, recordedOn: londonDate(e.at), verb, module, fields: {} },
    };
    one.fields[name] = value;
    events.set(id, one);
  }
  return [...events.values()].map((one) => {
    const { person: whose, actorRole, happenedOn } = one.fields;
    return whose === person ? one : { ...one, fields: { actorRole, happenedOn } };
  });
}
