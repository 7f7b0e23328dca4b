import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from '~db/client.server';
import * as schema from '~db/schema/index';
import { openReadOnly } from '../open-read-only.server';

export interface Snapshot {
  db: Db;
  close(): void;
}

/**
 * The database as it is now, on a connection of its own. An export takes as long as whoever downloads it, and a
 * connection with an open iterator refuses writes: on the shared one, a slow download would stop everybody's learning.
 */
export function openSnapshot(db: Db): Snapshot {
  const { name, memory } = db.$client;
  const copy = memory
    ? drizzle(new Database(db.$client.serialize()), { schema })
    : openReadOnly(name);
  const client = copy.$client;
  client.exec('begin');
  // A transaction sees the database as it is at its first read.
  client.prepare('select count(*) from tree_edge').get();
  return { db: copy, close: () => client.close() };
}

/** Rows of a drizzle query one at a time, so that memory stays flat however many there are. */
export function* iterate<T extends Record<string, { mapFromDriverValue(value: unknown): unknown }>>(
  { $client }: Db,
  query: { toSQL(): { sql: string; params: unknown[] } },
  columns: T,
): Generator<unknown[]> {
  const { sql, params } = query.toSQL();
  const decoders = Object.values(columns);
  const rows = $client
    .prepare<unknown[], unknown[]>(sql)
    .raw()
    .iterate(...params);
  for (const raw of rows) {
    yield decoders.map((column, i) => (raw[i] === null ? null : column.mapFromDriverValue(raw[i])));
  }
}
