import { and, eq, isNotNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { person } from '~db/schema';
import { PeopleError } from './errors';
import { passwordFits } from './password.server';
import { countTry } from './throttle.server';

interface SignIn {
  /** The field is called `email`; a staff number will do. */
  email: string;
  password: string;
  /** The asker's address, for throttling. */
  address: string;
}

/**
 * Who this e-mail address (or staff number) and password are. Unknown and wrong give one answer, in the same time.
 * @returns the person's id; the page starts the session.
 * @throws PeopleError `wrong-sign-in`, `too-many-tries` or `has-left`, of the form as a whole: neither field is known to be
 *   the wrong one.
 */
export async function signIn(
  attune: Pick<Attune, 'db' | 'now'>,
  { email, password, address }: SignIn,
): Promise<string> {
  const name = email.trim().toLowerCase();
  const tried = countTry(attune, { address, name });
  const found = candidates(attune, name);
  // A staff number belongs to a school, so several schools of one trust may each have a number 12.
  const fitting: typeof found = [];
  for (const one of found) {
    if (await passwordFits(attune, one.passwordHash, password)) fitting.push(one);
  }
  if (found.length === 0) await passwordFits(attune, null, password);
  const [only, another] = fitting;
  if (!only || another) {
    throw new PeopleError(
      'wrong-sign-in',
      'That e-mail address or staff number and that password do not go together. Check both and try again, or ask your attachment lead for a new way in.',
    );
  }
  tried.forgive();
  if (only.leaveDate && only.leaveDate < londonDate(attune.now())) {
    throw new PeopleError(
      'has-left',
      'The staff list says that you have left the school. If that is not so, please ask your attachment lead.',
    );
  }
  return only.id;
}

function candidates({ db }: Pick<Attune, 'db'>, name: string) {
  const column = name.includes('@') ? person.email : person.staffNumber;
  return db
    .select({ id: person.id, passwordHash: person.passwordHash, leaveDate: person.leaveDate })
    .from(person)
    .where(and(eq(column, name), isNotNull(person.passwordHash)))
    .all();
}
