import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { person } from '~db/schema';
import { PeopleError } from './errors';
import { checkPassword, hashPassword, passwordFits } from './password.server';
import { endSessionsOf } from './session.server';
import { countTry } from './throttle.server';

interface NewPassword {
  personId: string;
  schoolId: string;
  /** The password until now. */
  current: string;
  password: string;
  /** The session that goes on; every other one ends. */
  sessionId: string;
  address: string;
}

/** @throws PeopleError `wrong-password`, `weak-password` or `too-many-tries`. */
export async function changePassword(
  attune: Pick<Attune, 'config' | 'db' | 'now'>,
  { personId, schoolId, current, password, sessionId, address }: NewPassword,
): Promise<void> {
  const { db } = attune;
  const own = and(eq(person.schoolId, schoolId), eq(person.id, personId));
  const tried = countTry(attune, { address, name: `own password of ${personId}` });
  const row = db.select({ passwordHash: person.passwordHash }).from(person).where(own).get();
  if (!(await passwordFits(attune, row?.passwordHash, current))) {
    throw new PeopleError('wrong-password', 'That is not your password until now.', 'current');
  }
  tried.forgive();
  checkPassword(password);
  const passwordHash = await hashPassword(attune, password);
  db.update(person).set({ passwordHash }).where(own).run();
  endSessionsOf(attune, personId, sessionId);
}
