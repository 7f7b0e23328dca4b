import type Database from 'better-sqlite3';
import type { Db, Tx } from '~db/client.server';

/**
 * The better-sqlite3 connection behind a `Db` or a transaction of it. Drizzle prepares a statement again at every call;
 * statements prepared once must be kept with the connection, and a transaction does not say which one is its own.
 */
export function clientOf(tx: Tx | Db): Database.Database {
  if ('$client' in tx) return tx.$client;
  const { session } = tx as unknown as { session?: { client?: Database.Database } };
  if (!session?.client)
    throw new Error('This drizzle keeps its connection elsewhere: see client.server.ts');
  return session.client;
}

/** What `prepare` makes, once for each connection. */
export function preparedOnce<T>(
  prepare: (client: Database.Database) => T,
): (client: Database.Database) => T {
  const kept = new WeakMap<Database.Database, T>();
  return (client) => {
    const found = kept.get(client);
    if (found !== undefined) return found;
    const made = prepare(client);
    kept.set(client, made);
    return made;
  };
}
