import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { NewEvent } from '~/record/vocabulary';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { person, personRole, type Role } from '~db/schema';
import type { Actor } from './actor';
import { PeopleError } from './errors';
import { type GivenRole, mayGive, roleInWords } from './roles';
import { insertRole } from './staff.server';
import { rolesOf, staffRow } from './staff-rows.server';

type House = Pick<Attune, 'db' | 'now'>;

export interface RoleHolder {
  personId: string;
  name: string;
  /** A deputy's is for a time, and stands in `deputiesOf`. */
  role: Exclude<Role, 'staff' | 'deputy'>;
}

/** Whoever is more than staff, with no last day or one to come, by name: a line for each role. */
export function roleHolders({ db, now }: House, schoolId: string): RoleHolder[] {
  const today = londonDate(now());
  return db
    .select({
      personId: person.id,
      name: person.name,
      role: personRole.role,
      leaveDate: person.leaveDate,
    })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(person.schoolId, schoolId), ne(personRole.role, 'staff')))
    .orderBy(asc(person.name), asc(person.id), asc(personRole.role))
    .all()
    .flatMap(({ leaveDate, role, ...rest }) =>
      role === 'staff' || role === 'deputy' || (leaveDate !== null && leaveDate < today)
        ? []
        : [{ ...rest, role }],
    );
}

/** Whether anybody with no last day, but the one named, holds a role. */
export function someoneHolds(db: Db | Tx, schoolId: string, role: Role, except = ''): boolean {
  const holder = db
    .select({ id: person.id })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(
      and(
        eq(person.schoolId, schoolId),
        eq(personRole.role, role),
        isNull(person.leaveDate),
        ne(person.id, except),
      ),
    )
    .get();
  return holder !== undefined;
}

/**
 * Gives a role besides those they hold; a role they hold already changes nothing.
 * @throws PeopleError `not-yours` when the actor may not give it, or not to themselves; `not-here`
 */
export function giveRole(
  { db, now }: House,
  actor: Actor,
  personId: string,
  role: GivenRole,
): void {
  inTransaction(db, (tx) => {
    staffRow(tx, actor.schoolId, personId);
    refuseUngivable(tx, actor, role);
    if (personId === actor.personId) {
      throw new PeopleError(
        'not-yours',
        'Nobody gives a role to themselves. Ask another lead or the headteacher.',
        'person',
        403,
      );
    }
    insertRole(tx, now(), actor, personId, role);
  });
}

/**
 * Takes a role away; one they do not hold changes nothing.
 * @throws PeopleError `not-yours` when the actor may not take it, `last-one` when nobody else holds it; `not-here`
 */
export function takeRole(
  { db, now }: House,
  actor: Actor,
  personId: string,
  role: GivenRole,
): void {
  inTransaction(db, (tx) => {
    const { name } = staffRow(tx, actor.schoolId, personId);
    refuseUngivable(tx, actor, role);
    if (!rolesOf(tx, personId).includes(role)) return;
    if ((role === 'lead' || role === 'head') && !someoneHolds(tx, actor.schoolId, role, personId)) {
      const words = roleInWords(role).toLowerCase();
      throw new PeopleError(
        'last-one',
        `${name} is the only ${words}. Give somebody else that role first, so that the school is not locked out.`,
        'role',
      );
    }
    tx.delete(personRole)
      .where(and(eq(personRole.personId, personId), eq(personRole.role, role)))
      .run();
    const taken: NewEvent<'role taken away'> = {
      school: actor.schoolId,
      verb: 'role taken away',
      object: personId,
      person: personId,
      actor: actor.personId,
      actorRole: actor.role,
      happenedOn: londonDate(now()),
      data: { role },
    };
    append(tx, now(), taken);
  });
}

function refuseUngivable(tx: Tx, actor: Actor, role: GivenRole): void {
  if (mayGive(actor.role, role, someoneHolds(tx, actor.schoolId, 'head'))) return;
  throw new PeopleError(
    'not-yours',
    'The headteacher’s role is given and taken by a headteacher. Ask yours.',
    'role',
    403,
  );
}
