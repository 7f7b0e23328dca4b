import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type PutBack, putBacksOf } from '~/record/put-backs.server';
import { inTransaction } from '~db/client.server';
import { putBackRead } from '~db/schema';
import type { Whose } from './enrolments.server';

type House = Pick<Attune, 'db'>;

/** Completions of this person that were put back, and of which they have not read so yet. Two queries at most. */
export function putBacksToTell({ db }: House, { schoolId, personId }: Whose): PutBack[] {
  const all = putBacksOf(db, schoolId, personId);
  if (all.length === 0) return [];
  const read = db
    .select({ entry: putBackRead.entry })
    .from(putBackRead)
    .where(eq(putBackRead.personId, personId))
    .all();
  const known = new Set(read.map(({ entry }) => entry));
  return all.filter(({ entry }) => !known.has(entry));
}

/** The person has read that a completion of theirs was put back. Doing it again changes nothing. */
export function markPutBackRead(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  { entry }: { entry: string },
): void {
  const { personId } = actor;
  inTransaction(db, (tx) => {
    const mine = putBacksToTell({ db }, actor).some((one) => one.entry === entry);
    if (mine) tx.insert(putBackRead).values({ entry, personId, at: now().getTime() }).run();
  });
}
