import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { afterwardsOff } from '~db/schema';
import type { Whose } from './enrolments.server';
import { followUpsDue } from './follow-up.server';
import { recallNow } from './recall.server';
import { type RecallOffer, recallOffer } from './recall-view.server';

/** What is offered after modules, quietly, on the learner's first page. */
export interface Afterwards {
  /** Whether they want any of it. */
  off: boolean;
  recall: RecallOffer | null;
  /** On which to look back now. */
  followUps: { module: string; title: string }[];
}

/** In six queries, whatever there is. */
export function afterwards(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  whose: Whose,
): Afterwards {
  const now = recallNow(attune, whose);
  if (now.off) return { off: true, recall: null, followUps: [] };
  return {
    off: false,
    recall: recallOffer(now),
    followUps: followUpsDue(attune.db, whose, now.completed).map(({ module, version }) => ({
      module,
      title: version.title,
    })),
  };
}

/** Wants neither questions nor a look back after a module, or wants them again. Nothing that was kept goes. */
export function setAfterwards(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  wanted: boolean,
): void {
  const { personId } = actor;
  if (wanted) db.delete(afterwardsOff).where(eq(afterwardsOff.personId, personId)).run();
  else
    db.insert(afterwardsOff).values({ personId, at: now().getTime() }).onConflictDoNothing().run();
}
