import { and, asc, eq, lt } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { NewEvent } from '~/record/vocabulary';
import { inTransaction } from '~db/client.server';
import { person, personRole } from '~db/schema';
import type { Actor } from './actor';
import { PeopleError } from './errors';
import { mayGive } from './roles';
import { rolesOf, staffRow } from './staff-rows.server';

type House = Pick<Attune, 'db' | 'now'>;

/** Who stands in for the attachment lead, and when. Civil dates; both days count. */
export interface Deputy {
  personId: string;
  name: string;
  fromOn: string;
  /** Null: until it is taken back. */
  untilOn: string | null;
}

/** Whoever is a deputy today or will be, by name. One query. */
export function deputiesOf({ db, now }: House, schoolId: string): Deputy[] {
  const today = londonDate(now());
  return db
    .select({
      personId: person.id,
      name: person.name,
      fromOn: personRole.fromOn,
      untilOn: personRole.untilOn,
      leaveDate: person.leaveDate,
    })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(person.schoolId, schoolId), eq(personRole.role, 'deputy')))
    .orderBy(asc(person.name), asc(person.id))
    .all()
    .flatMap(({ fromOn, leaveDate, ...rest }) =>
      fromOn === null || isOver(rest.untilOn, today) || isOver(leaveDate, today)
        ? []
        : [{ ...rest, fromOn }],
    );
}

const isOver = (lastDay: string | null, today: string) => lastDay !== null && lastDay < today;

/**
 * Makes somebody the lead's deputy for a time; naming them again changes the days. Nobody is made one by themselves, nor
 * by a deputy.
 * @throws PeopleError `not-yours`, `has-left`, `bad-date` or `not-here`
 */
export function nameDeputy(
  { db, now }: House,
  actor: Actor,
  { personId, fromOn, untilOn }: Omit<Deputy, 'name'>,
): void {
  const today = londonDate(now());
  refuseUnlessMayGive(actor);
  if (personId === actor.personId) {
    throw new PeopleError('not-yours', 'Nobody is their own deputy.', 'deputy', 403);
  }
  if (fromOn < today) {
    throw new PeopleError('bad-date', 'Choose today or a later day.', 'fromOn');
  }
  if (isOver(untilOn, fromOn)) {
    throw new PeopleError('bad-date', 'The last day is before the first. Check both.', 'untilOn');
  }
  inTransaction(db, (tx) => {
    const { name, leaveDate } = staffRow(tx, actor.schoolId, personId);
    if (isOver(leaveDate, fromOn)) {
      throw new PeopleError('has-left', `${name} will not be at the school then.`, 'deputy');
    }
    if (rolesOf(tx, personId).includes('lead')) {
      throw new PeopleError('not-yours', `${name} is an attachment lead already.`, 'deputy');
    }
    const before = tx
      .select({ fromOn: personRole.fromOn, untilOn: personRole.untilOn })
      .from(personRole)
      .where(and(eq(personRole.personId, personId), eq(personRole.role, 'deputy')))
      .get();
    if (before?.fromOn === fromOn && before.untilOn === untilOn) return;
    tx.insert(personRole)
      .values({ personId, role: 'deputy', givenAt: now().getTime(), fromOn, untilOn })
      .onConflictDoUpdate({
        target: [personRole.personId, personRole.role],
        set: { givenAt: now().getTime(), fromOn, untilOn },
      })
      .run();
    const given: NewEvent<'role given'> = {
      ...about(actor, personId, today),
      verb: 'role given',
      data: { role: 'deputy', fromOn, ...(untilOn === null ? {} : { untilOn }) },
    };
    append(tx, now(), given);
  });
}

/** Takes it back before its time, from their next page on; of somebody who is none, nothing changes. */
export function takeDeputyBack({ db, now }: House, actor: Actor, personId: string): void {
  refuseUnlessMayGive(actor);
  inTransaction(db, (tx) => {
    staffRow(tx, actor.schoolId, personId);
    const { changes } = tx
      .delete(personRole)
      .where(and(eq(personRole.personId, personId), eq(personRole.role, 'deputy')))
      .run();
    if (changes === 0) return;
    const taken: NewEvent<'role taken away'> = {
      ...about(actor, personId, londonDate(now())),
      verb: 'role taken away',
      data: { role: 'deputy' },
    };
    append(tx, now(), taken);
  });
}

/** Deletes what is over: the record said from the start how long it was for. */
export function forgetDeputies({ db, now }: House): void {
  db.delete(personRole)
    .where(and(eq(personRole.role, 'deputy'), lt(personRole.untilOn, londonDate(now()))))
    .run();
}

/** As with a lead's own role. */
function refuseUnlessMayGive(actor: Actor): void {
  if (mayGive(actor.role, 'lead', true)) return;
  throw new PeopleError(
    'not-yours',
    'An attachment lead or a headteacher says who the deputy is.',
    'deputy',
    403,
  );
}

const about = (actor: Actor, personId: string, happenedOn: string) => ({
  school: actor.schoolId,
  object: personId,
  person: personId,
  actor: actor.personId,
  actorRole: actor.role,
  happenedOn,
});
