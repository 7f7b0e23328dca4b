import { createHash } from 'node:crypto';
import { and, count, eq, gt, inArray, lt, min } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { inTransaction } from '~db/client.server';
import { failedSignIn } from '~db/schema';
import { PeopleError } from './errors';

const windowMs = 15 * 60 * 1000;
/** A school is one address to the world, so an address may fail more often than a name. */
const limits = { name: 10, address: 100, code: 30 };

type House = Pick<Attune, 'db' | 'now'>;

/** What is being tried: a sign-in under a name, or a code, from an address. */
export interface Try {
  address: string;
  /** The e-mail address or staff number typed; null for a code. */
  name: string | null;
}

const keyOf = (kind: keyof typeof limits, value: string) =>
  createHash('sha256').update(`${kind}:${value}`).digest('hex');

function keysOf({ address, name }: Try): { key: string; limit: number }[] {
  if (name === null) return [{ key: keyOf('code', address), limit: limits.code }];
  return [
    { key: keyOf('name', name), limit: limits.name },
    { key: keyOf('address', address), limit: limits.address },
  ];
}

/**
 * Counts a try before it is known to be wrong, so that many at once cannot slip past; `forgive` takes back a right one.
 * @throws PeopleError `too-many-tries`, which says how long to wait.
 */
export function countTry({ db, now }: House, what: Try): { forgive(): void } {
  const at = now().getTime();
  const ids: string[] = [];
  inTransaction(db, (tx) => {
    for (const { key, limit } of keysOf(what)) {
      const recent = and(eq(failedSignIn.key, key), gt(failedSignIn.at, at - windowMs));
      const found = tx
        .select({ n: count(), oldest: min(failedSignIn.at) })
        .from(failedSignIn)
        .where(recent)
        .get();
      if (found && found.n >= limit) throw tooMany((found.oldest ?? at) + windowMs - at);
      const id = uuid();
      tx.insert(failedSignIn).values({ id, key, at }).run();
      ids.push(id);
    }
  });
  return {
    forgive() {
      db.delete(failedSignIn).where(inArray(failedSignIn.id, ids)).run();
      if (what.name === null) return;
      db.delete(failedSignIn)
        .where(eq(failedSignIn.key, keyOf('name', what.name)))
        .run();
    },
  };
}

function tooMany(waitMs: number): PeopleError {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return new PeopleError(
    'too-many-tries',
    `There have been many wrong tries, so this is closed for a little while. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again. In a hurry? Your attachment lead can give you a new way in.`,
    '',
    429,
  );
}

/** Deletes tries that no longer count. Returns how many. */
export function purgeTries({ db, now }: House): number {
  return db
    .delete(failedSignIn)
    .where(lt(failedSignIn.at, now().getTime() - windowMs))
    .run().changes;
}
