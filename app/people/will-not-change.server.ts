import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { school } from '~db/schema';
import type { Actor } from './actor';

/** What stays as it is whatever is learned here, in the school's own words; null until somebody writes it. */
export function readWillNotChange(db: Db, schoolId: string): string | null {
  const row = db
    .select({ willNotChange: school.willNotChange })
    .from(school)
    .where(eq(school.id, schoolId))
    .get();
  return row?.willNotChange ?? null;
}

/** Replaces it; empty words take it away. No event: it is what the school tells its staff, not what anyone did. */
export function setWillNotChange(
  { db }: Pick<Attune, 'db'>,
  actor: Pick<Actor, 'schoolId'>,
  words: string,
): void {
  db.update(school)
    .set({ willNotChange: words.trim() || null })
    .where(eq(school.id, actor.schoolId))
    .run();
}
