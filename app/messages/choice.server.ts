import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { type ReminderTone, reminderChoice } from '~db/schema';
import { everyDay } from './working-time';

export interface Choice {
  tone: ReminderTone;
  /** 1 is Monday, 5 Friday. */
  days: number[];
}

/** How somebody wants to be reminded. */
export function choiceOf(db: Db, personId: string): Choice {
  const row = db
    .select({ tone: reminderChoice.tone, days: reminderChoice.days })
    .from(reminderChoice)
    .where(eq(reminderChoice.personId, personId))
    .get();
  return row ?? { tone: 'gentle', days: [...everyDay] };
}

/** No days chosen means any working day. */
export function saveChoice({ db }: Pick<Attune, 'db'>, personId: string, choice: Choice): void {
  const days = choice.days.length > 0 ? choice.days : [...everyDay];
  const row = { tone: choice.tone, days };
  db.insert(reminderChoice)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: reminderChoice.personId, set: row })
    .run();
}
