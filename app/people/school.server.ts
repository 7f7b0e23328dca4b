import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { school } from '~db/schema';
import type { Actor } from './actor';

/** The school's unique reference number, or nothing. */
export function readUrn(db: Db, schoolId: string): string {
  return (
    db.select({ urn: school.urn }).from(school).where(eq(school.id, schoolId)).get()?.urn ?? ''
  );
}

/** What is wrong with a number as typed; null when it has six digits, or none at all. */
export const urnProblem = (typed: string): string | null =>
  typed === '' || /^\d{6}$/.test(typed)
    ? null
    : 'A URN has six digits. Check it, or leave it empty.';

/** Replaces the school's number. No event: it is nobody's training. */
export function setUrn({ db }: Pick<Attune, 'db'>, { schoolId }: Actor, urn: string): void {
  db.update(school)
    .set({ urn: urn || null })
    .where(eq(school.id, schoolId))
    .run();
}
