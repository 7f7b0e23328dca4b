import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import * as schema from './schema/index';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** What a transaction callback receives; a `Db` fits wherever a `Tx` is asked for. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0] | Db;

/** From the project's root, because this file also runs from the built bundle, which stands elsewhere. */
const migrationsFolder = path.resolve('db/migrations');

/**
 * Opens the database at `file` (`:memory:`, or the bytes of one to have in memory, for tests) with the settings that
 * every connection needs. synchronous=FULL because what was acknowledged must survive a power cut (docs/decisions/0005).
 */
export function openDb(file: string | Buffer): Db {
  const client = new Database(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('busy_timeout = 2000');
  // What is erased is overwritten, and does not linger in the file's free space.
  client.pragma('secure_delete = ON');
  return drizzle(client, { schema });
}

/**
 * Brings the database up to date. Foreign keys are off meanwhile: drizzle-kit rebuilds a table by dropping it, and a
 * PRAGMA inside the migration's own transaction does nothing, so child rows would cascade away.
 * Call it once, before any other process opens the file.
 *
 * @throws Error naming the tables when a migration left rows that point at nothing.
 */
export function migrateDb(db: Db): void {
  db.$client.pragma('foreign_keys = OFF');
  migrate(db, { migrationsFolder });
  const broken = db.$client.pragma('foreign_key_check') as { table: string }[];
  db.$client.pragma('foreign_keys = ON');
  if (broken.length > 0) {
    throw new Error(
      `After migrating, rows point at nothing in: ${[...new Set(broken.map((b) => b.table))].join(', ')}`,
    );
  }
}

/** Runs `work` in one IMMEDIATE transaction: reads inside it hold until the commit. `work` must be synchronous. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => T): T {
  return db.transaction((tx) => work(tx), { behavior: 'immediate' });
}

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** True when the database answers and its newest migration is the newest on disk. */
export function isHealthy(db: Db): boolean {
  try {
    const row = db.get<{ newest: number }>(
      sql`select max(created_at) as newest from __drizzle_migrations`,
    );
    return row?.newest === newestMigration();
  } catch {
    return false;
  }
}

function newestMigration(): number {
  const { entries } = journal.parse(
    JSON.parse(readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8')),
  );
  return Math.max(...entries.map((entry) => entry.when));
}
