import { and, asc, count, eq, gt, gte, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { person, personRole, school, setupCode, trust } from '~db/schema';
import type { Actor } from './actor';
import { hashCode, makeCode } from './code.server';
import { PeopleError } from './errors';
import { oneLine } from './one-line';
import { insertRole } from './staff.server';
import { rolesOf, staffRow } from './staff-rows.server';

type House = Pick<Attune, 'db' | 'now'>;

export interface Trust {
  id: string;
  name: string;
}

export interface TrustSchool {
  id: string;
  name: string;
  /** Its head gives leave to see names. */
  names: boolean;
}

/** The trust that a school is of; null when it is of none. */
export function trustOf(db: Db | Tx, schoolId: string): Trust | null {
  const row = db
    .select({ id: trust.id, name: trust.name })
    .from(school)
    .innerJoin(trust, eq(trust.id, school.trustId))
    .where(eq(school.id, schoolId))
    .get();
  return row ?? null;
}

/** The same for somebody who leads one. @throws PeopleError `not-here` when their school is of none */
export function trustLedFrom(db: Db | Tx, schoolId: string): Trust {
  const found = trustOf(db, schoolId);
  if (!found) throw new PeopleError('not-here', 'Your school is of no trust.', '', 404);
  return found;
}

/** The schools of a trust by name, in one query. */
export function schoolsOf(db: Db | Tx, trustId: string): TrustSchool[] {
  return db
    .select({ id: school.id, name: school.name, names: school.namesToTrust })
    .from(school)
    .where(eq(school.trustId, trustId))
    .orderBy(asc(school.name), asc(school.id))
    .all();
}

/** One of them. @throws PeopleError `not-here`, also for the id of a school that is of another trust or of none */
export function trustSchool(db: Db, trustId: string, schoolId: string): TrustSchool {
  const found = schoolsOf(db, trustId).find(({ id }) => id === schoolId);
  if (!found) throw new PeopleError('not-here', 'There is no such school in your trust.', '', 404);
  return found;
}

/** Whether the school's head lets the trust see names. */
export function namesToTrust(db: Db, schoolId: string): boolean {
  const row = db
    .select({ names: school.namesToTrust })
    .from(school)
    .where(eq(school.id, schoolId))
    .get();
  return row?.names ?? false;
}

/** Begins a trust with the head's own school, and makes the head its lead. @throws PeopleError `in-a-trust` */
export function startTrust({ db, now }: House, actor: Actor, name: string): void {
  inTransaction(db, (tx) => {
    const there = trustOf(tx, actor.schoolId);
    if (there) {
      throw new PeopleError('in-a-trust', `Your school is of ${there.name} already.`, 'name');
    }
    const id = uuid();
    tx.insert(trust)
      .values({ id, name: oneLine(name), createdAt: now().getTime() })
      .run();
    tx.update(school).set({ trustId: id }).where(eq(school.id, actor.schoolId)).run();
    insertRole(tx, now(), actor, actor.personId, 'trust lead');
  });
}

/** A head says whether the trust may see, by name, who has still to do what. No event: it is nobody's training. */
export function setNamesToTrust({ db }: Pick<House, 'db'>, actor: Actor, names: boolean): void {
  db.update(school).set({ namesToTrust: names }).where(eq(school.id, actor.schoolId)).run();
}

/** The head of a school whose trust has no lead any more takes it on. @throws PeopleError `in-a-trust` */
export function takeOnTrust({ db, now }: House, actor: Actor): void {
  inTransaction(db, (tx) => {
    const { id, name } = trustLedFrom(tx, actor.schoolId);
    if (trustLeads(tx, id, londonDate(now())).length > 0) {
      throw new PeopleError('in-a-trust', `${name} has a lead. Ask them to give you the role.`);
    }
    insertRole(tx, now(), actor, actor.personId, 'trust lead');
  });
}

export interface TrustLead {
  personId: string;
  name: string;
  schoolId: string;
  schoolName: string;
}

/** Who leads a trust, with no last day or one to come, by name. */
export function trustLeads(db: Db | Tx, trustId: string, today: string): TrustLead[] {
  return db
    .select({
      personId: person.id,
      name: person.name,
      schoolId: school.id,
      schoolName: school.name,
    })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .innerJoin(school, eq(school.id, person.schoolId))
    .where(
      and(
        eq(personRole.role, 'trust lead'),
        eq(school.trustId, trustId),
        or(isNull(person.leaveDate), gte(person.leaveDate, today)),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .all();
}

/** Somebody of the giver's own school leads the trust too. @throws PeopleError `not-here` */
export function giveTrustLead({ db, now }: House, actor: Actor, personId: string): void {
  inTransaction(db, (tx) => {
    trustLedFrom(tx, actor.schoolId);
    staffRow(tx, actor.schoolId, personId);
    insertRole(tx, now(), actor, personId, 'trust lead');
  });
}

/** Takes the role from anybody of the trust. @throws PeopleError `last-one`, or `not-here` */
export function takeTrustLead({ db, now }: House, actor: Actor, personId: string): void {
  inTransaction(db, (tx) => {
    const { id } = trustLedFrom(tx, actor.schoolId);
    const leads = trustLeads(tx, id, londonDate(now()));
    const theirs = leads.find((one) => one.personId === personId);
    if (!theirs || !rolesOf(tx, personId).includes('trust lead')) {
      throw new PeopleError('not-here', 'They do not lead this trust.', '', 404);
    }
    if (leads.length === 1) {
      throw new PeopleError(
        'last-one',
        `${theirs.name} is the only trust lead. Give somebody else that role first.`,
      );
    }
    tx.delete(personRole)
      .where(and(eq(personRole.personId, personId), eq(personRole.role, 'trust lead')))
      .run();
    append(tx, now(), {
      verb: 'role taken away',
      school: theirs.schoolId,
      object: personId,
      person: personId,
      actor: actor.personId,
      actorRole: actor.role,
      happenedOn: londonDate(now()),
      data: { role: 'trust lead' },
    });
  });
}

const validDays = 28;

export interface SchoolCode {
  /** Shown once; only its hash is kept. */
  code: string;
  /** UTC milliseconds. */
  expiresAt: number;
}

/** A code with which another school sets itself up as one of this trust. */
export function makeSchoolCode({ db, now }: House, actor: Actor): SchoolCode {
  return inTransaction(db, (tx) => {
    const { id } = trustLedFrom(tx, actor.schoolId);
    const createdAt = now().getTime();
    const expiresAt = createdAt + validDays * 24 * 60 * 60 * 1000;
    const code = makeCode();
    tx.insert(setupCode)
      .values({ codeHash: hashCode(code), createdAt, trustId: id, expiresAt })
      .run();
    return { code, expiresAt };
  });
}

/** How many codes of a trust are out and not used. */
export function codesOut(db: Db, trustId: string, now: Date): number {
  const row = db
    .select({ n: count() })
    .from(setupCode)
    .where(and(eq(setupCode.trustId, trustId), gt(setupCode.expiresAt, now.getTime())))
    .get();
  return row?.n ?? 0;
}

/** Ends every code of the trust that was not used. */
export function endCodes({ db }: Pick<House, 'db'>, actor: Actor): void {
  inTransaction(db, (tx) => {
    const { id } = trustLedFrom(tx, actor.schoolId);
    tx.delete(setupCode).where(eq(setupCode.trustId, id)).run();
  });
}
