import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { joinCode, person } from '~db/schema';
import type { Actor } from './actor';
import { hashCode, makeCode } from './code.server';
import { PeopleError } from './errors';
import { checkPassword, hashPassword, passwordProblems } from './password.server';
import { endSessionsOf } from './session.server';
import { rolesOf, staffRow } from './staff-rows.server';
import { countTry } from './throttle.server';

const validDays = 14;

export interface WayIn {
  /** Shown once; only its hash is kept. */
  code: string;
  /** UTC milliseconds. */
  expiresAt: number;
}

/** A fresh code for one use within 14 days. Unused older ones of the same person end. */
export function createWayIn(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  personId: string,
): WayIn {
  return inTransaction(db, (tx) => insertWayIn(tx, now(), actor, personId));
}

/** Inside a transaction, for setup too. @throws PeopleError `not-here`, `has-left`, or `not-yours` to a deputy */
export function insertWayIn(tx: Tx, now: Date, actor: Actor, personId: string): WayIn {
  const { name, leaveDate } = staffRow(tx, actor.schoolId, personId);
  if (leaveDate && leaveDate < londonDate(now)) {
    throw new PeopleError('has-left', `${name} has left, so a way in would lead nowhere.`);
  }
  // With a way in one could sign in as them, and do what was not lent.
  if (actor.role === 'deputy' && rolesOf(tx, personId).some((role) => role !== 'staff')) {
    throw new PeopleError(
      'not-yours',
      `${name} has a role besides learning, so a deputy cannot give them a way in. An attachment lead can.`,
      '',
      403,
    );
  }
  const createdAt = now.getTime();
  const expiresAt = createdAt + validDays * 24 * 60 * 60 * 1000;
  tx.update(joinCode)
    .set({ expiresAt: createdAt })
    .where(
      and(
        eq(joinCode.personId, personId),
        isNull(joinCode.usedAt),
        gt(joinCode.expiresAt, createdAt),
      ),
    )
    .run();
  const code = makeCode();
  tx.insert(joinCode)
    .values({ codeHash: hashCode(code), personId, createdBy: actor.personId, createdAt, expiresAt })
    .run();
  return { code, expiresAt };
}

/**
 * Uses a way in: sets the password, and ends whatever sessions there were. Returns whose it is.
 * @param address the asker's, for throttling; none when no request is behind it.
 * @throws PeopleError `bad-code`, `weak-password` or `too-many-tries`; the code is still good after the last two.
 */
export async function joinWithCode(
  attune: Pick<Attune, 'config' | 'db' | 'now'>,
  code: string,
  password: string,
  address?: string,
): Promise<string> {
  const { db, now } = attune;
  const tried = address === undefined ? null : countTry(attune, { address, name: null });
  const codeHash = hashCode(code);
  if (!openCode(db, codeHash, now())) throw badCode();
  tried?.forgive();
  checkPassword(password);
  const passwordHash = await hashPassword(attune, password);
  const personId = inTransaction(db, (tx) => {
    // Looked up again: another request may have used it while the password was being hashed.
    const found = openCode(tx, codeHash, now());
    if (!found) throw badCode();
    const at = now().getTime();
    tx.update(joinCode).set({ usedAt: at }).where(eq(joinCode.codeHash, codeHash)).run();
    tx.update(person)
      .set({ passwordHash, joinedAt: found.joinedAt ?? at })
      .where(eq(person.id, found.personId))
      .run();
    return found.personId;
  });
  endSessionsOf(attune, personId);
  return personId;
}

/**
 * All that keeps a code and a password from letting someone in, so that a form can say it at once. The code is a try like
 * any other; none typed is no try, and no problem here.
 * @throws PeopleError `too-many-tries`.
 */
export function joinProblems(
  attune: Pick<Attune, 'db' | 'now'>,
  code: string,
  password: string,
  address: string,
): PeopleError[] {
  const problems: PeopleError[] = [];
  if (code) {
    const tried = countTry(attune, { address, name: null });
    if (openCode(attune.db, hashCode(code), attune.now())) tried.forgive();
    else problems.push(badCode());
  }
  return [...problems, ...passwordProblems(password)];
}

function openCode(tx: Db | Tx, codeHash: string, now: Date) {
  const found = tx
    .select({
      personId: joinCode.personId,
      joinedAt: person.joinedAt,
      leaveDate: person.leaveDate,
    })
    .from(joinCode)
    .innerJoin(person, eq(person.id, joinCode.personId))
    .where(
      and(
        eq(joinCode.codeHash, codeHash),
        isNull(joinCode.usedAt),
        gt(joinCode.expiresAt, now.getTime()),
      ),
    )
    .get();
  return found && !(found.leaveDate && found.leaveDate < londonDate(now)) ? found : null;
}

const badCode = () =>
  new PeopleError(
    'bad-code',
    'This code cannot be used: it may have been used already, be more than 14 days old, or have a slip in it. Check it against the paper, or ask your attachment lead for a new one.',
    'code',
  );

/** When the newest way in for someone was made, and by whom (null: at setup). UTC milliseconds. */
export function latestWayIn(
  db: Db,
  personId: string,
): { createdAt: number; expiresAt: number; usedAt: number | null; by: string | null } | null {
  const row = db
    .select({
      createdAt: joinCode.createdAt,
      expiresAt: joinCode.expiresAt,
      usedAt: joinCode.usedAt,
      by: person.name,
    })
    .from(joinCode)
    .leftJoin(person, eq(person.id, joinCode.createdBy))
    .where(eq(joinCode.personId, personId))
    .orderBy(desc(joinCode.createdAt))
    .limit(1)
    .get();
  return row ?? null;
}
