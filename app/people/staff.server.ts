import { and, eq, isNull, ne } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { EventData, NewEvent } from '~/record/vocabulary';
import { inTransaction, type Tx } from '~db/client.server';
import { person, personRole, type Role } from '~db/schema';
import type { Actor } from './actor';
import { PeopleError } from './errors';
import { type StaffDetails, spelledAsKnown, tidy } from './staff-details';
import { refuseProblems, staffProblems } from './staff-problems.server';
import { type StaffRow, staffRow, teamsBeside } from './staff-rows.server';

type House = Pick<Attune, 'db' | 'now'>;

/** The parts of an event about a person that are the same each time. */
const about = (actor: Actor, personId: string) => ({
  school: actor.schoolId,
  object: personId,
  person: personId,
  actor: actor.personId,
  actorRole: actor.role,
});

/** Puts someone on the staff list. Returns their id. */
export function addPerson({ db, now }: House, actor: Actor, details: StaffDetails): string {
  return inTransaction(db, (tx) => insertPerson(tx, now(), actor, details));
}

/** Inside a transaction, for setup too. */
export function insertPerson(tx: Tx, now: Date, actor: Actor, given: StaffDetails): string {
  const typed = tidy(given);
  const teams = spelledAsKnown(typed.teams, teamsBeside(tx, actor.schoolId));
  const details = { ...typed, teams };
  refuseProblems(staffProblems(tx, actor.schoolId, details));
  const personId = uuid();
  const createdAt = now.getTime();
  tx.insert(person)
    .values({ id: personId, schoolId: actor.schoolId, ...details, createdAt })
    .run();
  tx.insert(personRole).values({ personId, role: 'staff', givenAt: createdAt }).run();
  const joined: NewEvent<'joined'> = {
    ...about(actor, personId),
    verb: 'joined',
    happenedOn: details.startDate,
    data: { ...details, leaveDate: null },
  };
  append(tx, now, joined);
  return personId;
}

/** Changes what the staff list says. What stays the same is not recorded. */
export function changeDetails(
  { db, now }: House,
  actor: Actor,
  personId: string,
  given: StaffDetails,
): void {
  inTransaction(db, (tx) => {
    const before = staffRow(tx, actor.schoolId, personId);
    const typed = tidy(given);
    const teams = spelledAsKnown(typed.teams, teamsBeside(tx, actor.schoolId, personId));
    const details = { ...typed, teams };
    refuseProblems(staffProblems(tx, actor.schoolId, details, personId));
    const changed = changesOf(before, details);
    if (Object.keys(changed).length === 0) return;
    tx.update(person).set(details).where(eq(person.id, personId)).run();
    const event: NewEvent<'details changed'> = {
      ...about(actor, personId),
      verb: 'details changed',
      happenedOn: londonDate(now()),
      data: changed,
    };
    append(tx, now(), event);
  });
}

function changesOf(before: StaffRow, details: StaffDetails): EventData<'details changed'> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const keys = Object.keys(details) as (keyof StaffDetails)[];
  return Object.fromEntries(
    keys.filter((key) => !same(before[key], details[key])).map((key) => [key, details[key]]),
  );
}

/** Records someone's last day, past or to come; recording it again moves it. From the day after they cannot sign in. */
export function recordLeaving(
  { db, now }: House,
  actor: Actor,
  personId: string,
  leaveDate: string,
): void {
  inTransaction(db, (tx) => {
    const before = staffRow(tx, actor.schoolId, personId);
    if (leaveDate < before.startDate) {
      throw new PeopleError(
        'bad-date',
        'The last day cannot be before the first day.',
        'leaveDate',
      );
    }
    refuseLastLead(tx, before);
    if (before.leaveDate === leaveDate) return;
    tx.update(person).set({ leaveDate }).where(eq(person.id, personId)).run();
    const left: NewEvent<'left'> = {
      ...about(actor, personId),
      verb: 'left',
      happenedOn: leaveDate,
      data: { leaveDate },
    };
    append(tx, now(), left);
  });
}

/** Without a lead nobody could give anyone a way in again. */
function refuseLastLead(tx: Tx, leaver: StaffRow): void {
  const leads = (where: ReturnType<typeof eq>) =>
    tx
      .select({ id: person.id })
      .from(person)
      .innerJoin(personRole, eq(personRole.personId, person.id))
      .where(
        and(
          eq(person.schoolId, leaver.schoolId),
          eq(personRole.role, 'lead'),
          isNull(person.leaveDate),
          where,
        ),
      )
      .get();
  if (leads(eq(person.id, leaver.id)) && !leads(ne(person.id, leaver.id))) {
    throw new PeopleError(
      'only-lead',
      `${leaver.name} is the only attachment lead. Give someone else that role first, so that the school is not locked out.`,
      'leaveDate',
    );
  }
}

/** Gives a role, inside a transaction; whoever asks has seen to it that it may be given. One they hold changes nothing. */
export function insertRole(tx: Tx, now: Date, actor: Actor, personId: string, role: Role): void {
  const { changes } = tx
    .insert(personRole)
    .values({ personId, role, givenAt: now.getTime() })
    .onConflictDoNothing()
    .run();
  if (changes === 0) return;
  const given: NewEvent<'role given'> = {
    ...about(actor, personId),
    verb: 'role given',
    happenedOn: londonDate(now),
    data: { role },
  };
  append(tx, now, given);
}
