import { and, eq, gt, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { joinCode, message, person, reminderChoice, reminderLeftOut } from '~db/schema';
import { giveUpOnLost } from './queue.server';

const day = 24 * 3_600_000;
/** A message is kept so long after it is done with. */
export const daysKept = 60;
/** As private words are kept: see app/learning/retention.server.ts. */
const daysAfterLeaving = 30;

const unsettled = ['waiting', 'refused', 'may have arrived'] as const;

/**
 * Sets aside what has waited until it was no longer true, links whose code was used or ended among it, empties ways in whose code is over, and deletes messages that
 * were done with two months ago.
 */
export function tidyMessages({ db, now }: Pick<Attune, 'db' | 'now'>): void {
  giveUpOnLost({ db, now });
  const at = now().getTime();
  const old = at - daysKept * day;
  inTransaction(db, (tx) => {
    tx.update(message)
      .set({
        state: 'set aside',
        settledAt: at,
        reply: 'It waited until it was no longer true.',
      })
      .where(and(eq(message.state, 'waiting'), lt(message.goodUntil, at)))
      .run();
    const open = tx
      .select({ hash: joinCode.codeHash })
      .from(joinCode)
      .where(and(isNull(joinCode.usedAt), gt(joinCode.expiresAt, at)));
    tx.update(message)
      .set({
        state: 'set aside',
        settledAt: at,
        text: null,
        reply: 'Its code has been used, or a newer way in has taken its place.',
      })
      .where(
        and(
          eq(message.kind, 'way in'),
          inArray(message.state, [...unsettled]),
          notInArray(message.codeHash, open),
        ),
      )
      .run();
    tx.update(message)
      .set({ text: null })
      .where(and(eq(message.kind, 'way in'), lt(message.goodUntil, at)))
      .run();
    tx.delete(message)
      .where(
        and(
          lt(sql`coalesce(${message.settledAt}, ${message.goodUntil})`, old),
          inArray(message.state, ['sent', 'handed over', 'set aside', ...unsettled]),
        ),
      )
      .run();
    tx.delete(reminderLeftOut)
      .where(lt(reminderLeftOut.weekOf, londonDate(old)))
      .run();
    const left = tx
      .select({ id: person.id })
      .from(person)
      .where(lt(person.leaveDate, londonDate(at - daysAfterLeaving * day)));
    tx.delete(reminderChoice).where(inArray(reminderChoice.personId, left)).run();
  });
}
