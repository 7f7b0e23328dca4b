import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { hashCode } from '~/people/code.server';
import { PeopleError } from '~/people/errors';
import { countTry } from '~/people/throttle.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { person, quizCode } from '~db/schema';

/**
 * Uses a code: whose it is, and which module's quiz it opens. The page begins the session, which ends like any other on a
 * shared computer. Throttled by address, together with the codes for joining.
 *
 * @throws PeopleError `bad-code` or `too-many-tries`
 */
export function openWithCode(
  attune: Pick<Attune, 'db' | 'now'>,
  { code, address }: { code: string; address: string },
): { personId: string; module: string } {
  const tried = countTry(attune, { address, name: null });
  const now = attune.now();
  const used = inTransaction(attune.db, (tx) => {
    const open = and(
      eq(quizCode.codeHash, hashCode(code)),
      isNull(quizCode.usedAt),
      isNull(quizCode.withdrawnAt),
      gt(quizCode.expiresAt, now.getTime()),
    );
    const found = tx
      .select({
        id: quizCode.id,
        personId: quizCode.personId,
        module: quizCode.module,
        leaveDate: person.leaveDate,
      })
      .from(quizCode)
      .innerJoin(person, eq(person.id, quizCode.personId))
      .where(open)
      .get();
    if (!found || (found.leaveDate && found.leaveDate < londonDate(now))) throw badCode();
    tx.update(quizCode).set({ usedAt: now.getTime() }).where(eq(quizCode.id, found.id)).run();
    return { personId: found.personId, module: found.module };
  });
  tried.forgive();
  return used;
}

const badCode = () =>
  new PeopleError(
    'bad-code',
    'This code cannot be used: it may have been used already, its last day may be over, or there is a slip in it. Check it against the paper, or ask your attachment lead for a new one.',
    'code',
  );
