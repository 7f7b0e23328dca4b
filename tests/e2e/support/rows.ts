import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '~/people/actor';
import { answer, attempt, commitment, enrolment, event, eventDetail } from '~db/schema';
import type { World } from './world';

type Who = Pick<Actor, 'personId' | 'schoolId'>;

export function enrolmentsOf({ attune }: World, { personId }: Who) {
  return attune.db
    .select()
    .from(enrolment)
    .where(eq(enrolment.personId, personId))
    .orderBy(asc(enrolment.startedAt))
    .all();
}

/** Goes at the quiz in order, each with its answers. */
export function attemptsOf(world: World, who: Who) {
  const { db } = world.attune;
  const ids = enrolmentsOf(world, who).map((row) => row.id);
  return db
    .select()
    .from(attempt)
    .where(inArray(attempt.enrolmentId, ids))
    .orderBy(asc(attempt.openedAt))
    .all()
    .map((go) => ({
      ...go,
      answers: db.select().from(answer).where(eq(answer.attemptId, go.id)).all(),
    }));
}

export function commitmentsOf(world: World, who: Who) {
  const ids = enrolmentsOf(world, who).map((row) => row.id);
  return world.attune.db
    .select()
    .from(commitment)
    .where(inArray(commitment.enrolmentId, ids))
    .all();
}

/** Verbs on the record about this person, in order. */
export function verbsOf({ attune }: World, { schoolId, personId }: Who): string[] {
  return attune.db
    .select({ verb: event.verb })
    .from(event)
    .innerJoin(eventDetail, eq(eventDetail.eventId, event.id))
    .where(
      and(
        eq(event.school, schoolId),
        eq(eventDetail.name, 'person'),
        eq(eventDetail.value, personId),
      ),
    )
    .orderBy(asc(event.seq))
    .all()
    .map((row) => row.verb);
}

/** One field of the event of this id. */
export function detailOf({ attune }: World, eventId: string, name: string): unknown {
  return attune.db
    .select({ value: eventDetail.value })
    .from(eventDetail)
    .where(and(eq(eventDetail.eventId, eventId), eq(eventDetail.name, name)))
    .get()?.value;
}

/** How many rows every table holds, but for sessions and who looked when: reading may touch those. */
export function rowCounts({ attune }: World): Record<string, number> {
  const { $client } = attune.db;
  const tables = $client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((name) => !['session', 'access_log'].includes(name))
      .map((name) => [
        name,
        Number($client.prepare(`select count(*) from "${name}"`).pluck().get()),
      ]),
  );
}
