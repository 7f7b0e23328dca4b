import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db, Tx } from '~db/client.server';
import { school, type WhoToTell } from '~db/schema';
import type { Actor } from './actor';

/** Whom staff tell, as their school entered it; null until then, and until then no module opens to learners. */
export function readWhoToTell(db: Db | Tx, schoolId: string): WhoToTell | null {
  const row = db
    .select({ whoToTell: school.whoToTell })
    .from(school)
    .where(eq(school.id, schoolId))
    .get();
  return row?.whoToTell ?? null;
}

/** Replaces the school's list of who to tell. No event: it holds names and telephone numbers, which stay out of the record. */
export function setWhoToTell(
  { db }: Pick<Attune, 'db'>,
  actor: Pick<Actor, 'schoolId'>,
  whoToTell: WhoToTell,
): void {
  db.update(school).set({ whoToTell }).where(eq(school.id, actor.schoolId)).run();
}
