import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { school } from '~db/schema';
import type { Actor } from './actor';
import { oneLine } from './one-line';

/** The school's unique reference number, or nothing. */
export function readUrn(db: Db, schoolId: string): string {
  return (
    db.select({ urn: school.urn }).from(school).where(eq(school.id, schoolId)).get()?.urn ?? ''
  );
}

/**
 * Gives the school another name from now on, with the event that says so. What people earned until now keeps the name it
 * had, as does the record as at any day before.
 */
export function renameSchool(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  { schoolId, personId, role }: Actor,
  typed: string,
): void {
  const schoolName = oneLine(typed);
  inTransaction(db, (tx) => {
    const { name: formerName } =
      tx.select({ name: school.name }).from(school).where(eq(school.id, schoolId)).get() ?? {};
    if (formerName === undefined || formerName === schoolName) return;
    tx.update(school).set({ name: schoolName }).where(eq(school.id, schoolId)).run();
    append(tx, now(), {
      verb: 'school renamed',
      ...{ school: schoolId, object: schoolId, person: schoolId },
      ...{ actor: personId, actorRole: role },
      happenedOn: londonDate(now()),
      data: { schoolName, formerName },
    });
  });
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
