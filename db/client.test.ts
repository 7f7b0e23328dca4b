import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inTransaction, isHealthy, migrateDb, openDb } from './client.server';
import { school } from './schema';

const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'attune-db-')), 'attune.db');
const migrations = readdirSync('db/migrations').filter((name) => name.endsWith('.sql'));
const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
  readFileSync('db/migrations/meta/_journal.json', 'utf8'),
);

test('every connection waits for the disk, keeps foreign keys and overwrites what is erased', () => {
  const { $client } = openDb(file());
  const setting = (name: string) => $client.pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous')).toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('secure_delete')).toBe(1);
});

test('the journal names every migration and ascends, or Drizzle would pass one over', () => {
  expect(journal.entries.map((entry) => `${entry.tag}.sql`)).toEqual(migrations.sort());
  const times = journal.entries.map((entry) => entry.when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

/** SQLite makes a column empty-able by making its table again: migration → the table, to which no other refers. */
const madeAgain: Record<string, string> = { '0020_paper-quiz.sql': 'answer' };

test('no migration drops a table unreviewed: child rows could go with it', () => {
  const db = openDb(file());
  migrateDb(db);
  const { $client } = db;
  const tables = $client
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all();
  const referredTo = tables.flatMap((table) =>
    $client.prepare('select "table" from pragma_foreign_key_list(?)').pluck().all(table),
  );
  expect(referredTo).toContain('attempt');
  for (const name of migrations) {
    const sql = readFileSync(path.join('db/migrations', name), 'utf8');
    const dropped = [...sql.matchAll(/drop table `(\w+)`/gi)].map(([, table]) => table);
    expect(dropped, name).toEqual(name in madeAgain ? [madeAgain[name]] : []);
    for (const table of dropped) {
      expect(referredTo, name).not.toContain(table);
      expect(sql).toContain(`RENAME TO \`${table}\``);
    }
  }
});

test('it is healthy once migrated, and not before', () => {
  const db = openDb(file());
  expect(isHealthy(db)).toBe(false);
  migrateDb(db);
  expect(isHealthy(db)).toBe(true);
  migrateDb(db);
  expect(isHealthy(db)).toBe(true);
});

test('a transaction that throws leaves nothing behind', () => {
  const db = openDb(file());
  migrateDb(db);
  const row = { id: 's', name: 'School', urn: null, whoToTell: null, createdAt: 0 };
  expect(() =>
    inTransaction(db, (tx) => {
      tx.insert(school).values(row).run();
      throw new Error('half-way');
    }),
  ).toThrow('half-way');
  expect(db.select().from(school).all()).toEqual([]);
});
