import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, eventDetail } from '~db/schema/record';

/** Someone was asked to learn a module, or no longer. */
export interface Asking {
  assignment: string;
  person: string;
  verb: 'assigned' | 'exempted';
  /** UTC milliseconds. */
  at: number;
}

/** Who was asked for a module and who was let off, from events alone, in order: what was true stays known. One query. */
export function askingsFor(db: Db, school: string, module: string): Asking[] {
  const rows = db
    .select({
      assignment: event.object,
      person: eventDetail.value,
      verb: event.verb,
      at: event.at,
    })
    .from(event)
    .innerJoin(eventDetail, and(eq(eventDetail.eventId, event.id), eq(eventDetail.name, 'person')))
    .where(
      and(
        eq(event.school, school),
        eq(event.module, module),
        inArray(event.verb, ['assigned', 'exempted']),
      ),
    )
    .orderBy(asc(event.seq))
    .all();
  return rows.map(({ assignment, person, verb, at }) => ({
    assignment,
    person: String(person),
    verb: verb === 'assigned' ? 'assigned' : 'exempted',
    at,
  }));
}
