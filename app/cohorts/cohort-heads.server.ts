import { and, asc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { staffRow } from '~/people/staff-rows.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { cohort, cohortHead, person } from '~db/schema';
import { cohortRow, stillHere } from './cohorts.server';
import { CohortError } from './errors';

type House = Pick<Attune, 'db' | 'now'>;

/** Who leads a cohort and is still at the school, by name. One query. */
export function headsOf(
  { db, now }: House,
  schoolId: string,
  cohortId: string,
): { id: string; name: string }[] {
  return db
    .select({ id: person.id, name: person.name })
    .from(cohortHead)
    .innerJoin(person, and(eq(person.id, cohortHead.personId), stillHere(londonDate(now()))))
    .where(and(eq(cohortHead.schoolId, schoolId), eq(cohortHead.cohortId, cohortId)))
    .orderBy(asc(person.name), asc(person.id))
    .all();
}

/** The cohorts that one person leads, by name. One query. */
export function cohortsLedBy(
  db: Db,
  { schoolId, personId }: { schoolId: string; personId: string },
): { id: string; name: string }[] {
  return db
    .select({ id: cohort.id, name: cohort.name })
    .from(cohortHead)
    .innerJoin(cohort, and(eq(cohort.id, cohortHead.cohortId), eq(cohort.schoolId, schoolId)))
    .where(and(eq(cohortHead.schoolId, schoolId), eq(cohortHead.personId, personId)))
    .orderBy(asc(cohort.name))
    .all();
}

/** One of them. @throws CohortError `not-here` to everybody who does not lead it, wherever it is */
export function ledCohort(
  db: Db,
  whose: { schoolId: string; personId: string },
  cohortId: string,
): { id: string; name: string } {
  const found = cohortsLedBy(db, whose).find(({ id }) => id === cohortId);
  if (!found) throw new CohortError('not-here', 'You lead no such cohort.', '', 404);
  return found;
}

/** Whoever was lent the lead's role passes nothing on. */
function refuseDeputy(actor: Actor): void {
  if (actor.role !== 'deputy') return;
  throw new CohortError(
    'not-yours',
    'Who leads a cohort is for an attachment lead to say, and not for a deputy.',
    'head',
    403,
  );
}

/** Names someone as leading a cohort; the record has it as a role given. @throws CohortError `not-yours` to a deputy */
export function nameHead(
  { db, now }: House,
  actor: Actor,
  cohortId: string,
  personId: string,
): void {
  refuseDeputy(actor);
  inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    staffRow(tx, actor.schoolId, personId);
    const { changes } = tx
      .insert(cohortHead)
      .values({ cohortId, personId, schoolId: actor.schoolId, givenAt: now().getTime() })
      .onConflictDoNothing()
      .run();
    if (changes > 0) recordRole(tx, now(), actor, personId, 'role given');
  });
}

/** They lead that cohort no more, from their next page on. */
export function unnameHead(
  { db, now }: House,
  actor: Actor,
  cohortId: string,
  personId: string,
): void {
  refuseDeputy(actor);
  inTransaction(db, (tx) => {
    const { changes } = tx
      .delete(cohortHead)
      .where(
        and(
          eq(cohortHead.schoolId, actor.schoolId),
          eq(cohortHead.cohortId, cohortId),
          eq(cohortHead.personId, personId),
        ),
      )
      .run();
    if (changes > 0) recordRole(tx, now(), actor, personId, 'role taken away');
  });
}

function recordRole(
  tx: Tx,
  now: Date,
  actor: Actor,
  personId: string,
  verb: 'role given' | 'role taken away',
): void {
  append(tx, now, {
    school: actor.schoolId,
    verb,
    object: personId,
    person: personId,
    actor: actor.personId,
    actorRole: actor.role,
    happenedOn: londonDate(now),
    data: { role: 'leads a cohort' },
  });
}
