import { eq, gt } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { person, type Role, school, setupCode, type WhoToTell } from '~db/schema';
import type { Actor } from './actor';
import { hashCode, makeCode } from './code.server';
import { PeopleError } from './errors';
import { checkPassword, hashPassword, passwordProblems } from './password.server';
import { insertPerson, insertRole } from './staff.server';
import { countTry } from './throttle.server';
import { insertWayIn, type WayIn } from './way-in.server';

/** Someone named at setup: with a password of their own, or with a way in to hand to them. */
export interface FirstPerson {
  name: string;
  email: string;
  password: string | null;
}
export interface Setup {
  code: string;
  schoolName: string;
  urn: string | null;
  whoToTell: WhoToTell;
  lead: FirstPerson;
  /** Null when the lead is the head too. */
  head: FirstPerson | null;
}
export interface SetUp {
  schoolId: string;
  leadId: string;
  headId: string;
  /** For those who were given no password. */
  waysIn: (WayIn & { name: string })[];
}

/** Whether nobody can set up a school now: there is one, and no code is out for another of its trust. */
export function isSetUp({ db, now }: Pick<Attune, 'db' | 'now'>): boolean {
  if (!hasSchool(db)) return false;
  const out = db
    .select({ codeHash: setupCode.codeHash })
    .from(setupCode)
    .where(gt(setupCode.expiresAt, now().getTime()))
    .limit(1)
    .get();
  return out === undefined;
}

export function hasSchool(db: Db | Tx): boolean {
  return db.select({ id: school.id }).from(school).limit(1).get() !== undefined;
}

/** A fresh code for `/setup` to print at start, in place of any older one; null once there is a school. */
export function ensureSetupCode(db: Db, now: Date): string | null {
  return inTransaction(db, (tx) => {
    if (hasSchool(tx)) return null;
    const code = makeCode();
    tx.delete(setupCode).run();
    tx.insert(setupCode)
      .values({
        codeHash: hashCode(code),
        createdAt: now.getTime(),
        trustId: null,
        expiresAt: null,
      })
      .run();
    return code;
  });
}

/**
 * Makes a school with its first lead and head: the first one, or one that a trust gave a code for.
 * @param address the asker's, for throttling; none when no request is behind it.
 * @throws PeopleError `set-up-already`, `bad-code`, `weak-password`, `already-used` or `too-many-tries`.
 */
export async function setUpSchool(
  attune: Pick<Attune, 'db' | 'now'>,
  setup: Setup,
  address?: string,
): Promise<SetUp> {
  const { db, now } = attune;
  refuseSecond(attune);
  const tried = address === undefined ? null : countTry(attune, { address, name: null });
  codeFor(db, now(), setup.code);
  tried?.forgive();
  const passwords = {
    lead: await passwordHashOf(attune, setup.lead, 'password'),
    head: setup.head ? await passwordHashOf(attune, setup.head, 'password') : null,
  };
  return inTransaction(db, (tx) => {
    const { codeHash, trustId } = codeFor(tx, now(), setup.code);
    tx.delete(setupCode).where(eq(setupCode.codeHash, codeHash)).run();
    const schoolId = uuid();
    const { schoolName, urn, whoToTell } = setup;
    const createdAt = now().getTime();
    tx.insert(school)
      .values({ id: schoolId, name: schoolName, urn, whoToTell, trustId, createdAt })
      .run();
    const actor: Actor = { personId: 'system', schoolId, role: 'system' };
    const waysIn: SetUp['waysIn'] = [];
    const add = (first: FirstPerson, passwordHash: string | null, field: string, roles: Role[]) => {
      const personId = insertFirst(tx, now(), actor, first, field);
      for (const role of roles) insertRole(tx, now(), actor, personId, role);
      if (passwordHash) {
        tx.update(person)
          .set({ passwordHash, joinedAt: createdAt })
          .where(eq(person.id, personId))
          .run();
      } else {
        waysIn.push({ name: first.name, ...insertWayIn(tx, now(), actor, personId) });
      }
      return personId;
    };
    const { lead, head } = setup;
    const leadId = add(lead, passwords.lead, 'leadEmail', head ? ['lead'] : ['lead', 'head']);
    const headId = head ? add(head, passwords.head, 'headEmail', ['head']) : leadId;
    return { schoolId, leadId, headId, waysIn };
  });
}

/**
 * What is wrong with the code and the password, so that a form can say it at once. None typed is no try, and no problem
 * here. @throws PeopleError `set-up-already` or `too-many-tries`.
 */
export function setupProblems(
  attune: Pick<Attune, 'db' | 'now'>,
  code: string,
  password: string,
  address: string,
): PeopleError[] {
  refuseSecond(attune);
  const problems = passwordProblems(password);
  if (!code) return problems;
  const tried = countTry(attune, { address, name: null });
  if (!openCode(attune.db, attune.now(), code)) return [wrongCode(), ...problems];
  tried.forgive();
  return problems;
}

function insertFirst(tx: Tx, now: Date, actor: Actor, first: FirstPerson, field: string): string {
  try {
    return insertPerson(tx, now, actor, {
      name: first.name,
      email: first.email,
      staffNumber: null,
      roleGroup: 'leader',
      contract: 'permanent',
      teams: [],
      startDate: londonDate(now),
    });
  } catch (error) {
    if (error instanceof PeopleError) {
      throw new PeopleError(error.code, error.message, field, error.status);
    }
    throw error;
  }
}

async function passwordHashOf(
  attune: Pick<Attune, 'db'>,
  { password }: FirstPerson,
  field: string,
): Promise<string | null> {
  if (password === null) return null;
  checkPassword(password, field);
  return await hashPassword(attune, password);
}

function refuseSecond(attune: Pick<Attune, 'db' | 'now'>): void {
  if (isSetUp(attune)) {
    throw new PeopleError(
      'set-up-already',
      'This Attune has been set up already. Please sign in.',
      '',
      409,
    );
  }
}

/** The row of a code that opens anything now. */
function openCode(db: Db | Tx, now: Date, typed: string) {
  const row = db
    .select()
    .from(setupCode)
    .where(eq(setupCode.codeHash, hashCode(typed)))
    .get();
  if (!row || (row.expiresAt !== null && row.expiresAt <= now.getTime())) return null;
  return row.trustId !== null || !hasSchool(db) ? row : null;
}

function codeFor(db: Db | Tx, now: Date, typed: string) {
  const row = openCode(db, now, typed);
  if (!row) throw wrongCode();
  return row;
}

const wrongCode = () =>
  new PeopleError(
    'bad-code',
    'That is not the set-up code, or not any more. It stands where Attune was started, and starting it again prints a new one. For another school of a trust, the trust lead makes one.',
    'code',
  );
