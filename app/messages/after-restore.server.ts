import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { message, reminderSchedule } from '~db/schema';
import { weekOf } from './working-time';

/**
 * For a database that was put back from an older copy: what waits in it may have gone since the copy was made. It goes
 * again only by the lead's hand, with the same Message-ID, and no schedule writes to anybody again this week.
 * @returns how many messages were waiting to go
 */
export function holdWhatWaits({ db, now }: Pick<Attune, 'db' | 'now'>): number {
  const at = now().getTime();
  return inTransaction(db, (tx) => {
    const { changes } = tx
      .update(message)
      .set({
        state: 'may have arrived',
        settledAt: at,
        claim: null,
        sendingSince: null,
        reply:
          'It waited in an older copy of the database that was put back, and may have gone since.',
      })
      .where(and(inArray(message.state, ['waiting', 'sending']), isNotNull(message.address)))
      .run();
    const monday = weekOf(londonDate(at));
    tx.update(reminderSchedule).set({ ranIn: monday, fridayRanIn: monday }).run();
    return changes;
  });
}
