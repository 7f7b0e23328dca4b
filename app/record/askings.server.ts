import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, eventDetail } from '~db/schema/record';

/** Someone was asked to learn a module, or no longer, or started it. */
export interface Asking {
  /** Id of the assignment; of no meaning for a start. */
  assignment: string;
  person: string;
  verb: 'assigned' | 'exempted' | 'started';
}

const verbs: readonly string[] = ['assigned', 'exempted', 'started'] satisfies Asking['verb'][];

/**
 * Who was asked for a module, who was let off and who started it, from events alone and in their order: what was true
 * stays known. Their order only: an event tells its day and not its time (docs/decisions/0008). One query.
 */
export function askingsFor(db: Db, school: string, module: string): Asking[] {
  const rows = db
    .select({ assignment: event.object, person: eventDetail.value, verb: event.verb })
    .from(event)
    .innerJoin(eventDetail, and(eq(eventDetail.eventId, event.id), eq(eventDetail.name, 'person')))
    .where(and(eq(event.school, school), eq(event.module, module), inArray(event.verb, [...verbs])))
    .orderBy(asc(event.seq))
    .all();
  return rows.map(({ assignment, person, verb }) => ({
    assignment,
    person: String(person),
    verb: verb as Asking['verb'],
  }));
}
