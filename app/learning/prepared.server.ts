import type { Db } from '~db/client.server';

/**
 * Statements prepared once for each database and kept with it: drizzle prepares again at every call, and these are on
 * the way of every module page and every answer.
 */
export function preparedOnce<T>(prepare: (db: Db) => T): (db: Db) => T {
  const kept = new WeakMap<Db, T>();
  return (db) => {
    const found = kept.get(db);
    if (found !== undefined) return found;
    const made = prepare(db);
    kept.set(db, made);
    return made;
  };
}
