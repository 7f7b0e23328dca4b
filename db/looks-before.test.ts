import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

const folder = 'db/migrations';
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();

test('looks at several people written before they were known as one are put together, and none is lost', () => {
  const db = new Database(':memory:');
  const run = (name: string) => {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement);
  };
  const grouping = migrations.findIndex((name) => name.endsWith('_one-look.sql'));
  expect(grouping).toBeGreaterThan(0);
  for (const name of migrations.slice(0, grouping)) run(name);
  const insert = db.prepare(
    'insert into access_log (id, school, at, actor, person, what) values (?, ?, ?, ?, ?, ?)',
  );
  const rows: [
    id: string,
    school: string,
    at: number,
    actor: string,
    person: string | null,
    what: string,
  ][] = [
    ['a1', 'willow', 5_000, 'head', 'jo', 'took a part'],
    ['a2', 'willow', 5_000, 'head', 'sam', 'took a part'],
    ['a3', 'willow', 5_990, 'head', 'new', 'took a part'],
    // Another second, other words, another’s look, another school’s, and looks at the whole school’s.
    ['b1', 'willow', 6_000, 'head', 'jo', 'took a part'],
    ['c1', 'willow', 5_000, 'head', 'jo', 'took another'],
    ['d1', 'willow', 5_000, 'lead', 'jo', 'took a part'],
    ['e1', 'oak', 5_000, 'head', 'ann', 'took a part'],
    ['f1', 'willow', 5_000, 'head', null, 'took a part'],
    ['f2', 'willow', 5_000, 'head', null, 'took a part'],
  ];
  for (const row of rows) insert.run(...row);
  for (const name of migrations.slice(grouping)) run(name);
  const kept = db.prepare('select id, school, at, actor, person, what from access_log order by id');
  expect(kept.raw().all()).toEqual(rows);
  const acts = db.prepare('select id, act from access_log where act is not null order by id');
  expect(acts.raw().all()).toEqual([...['a1', 'a2', 'a3'].map((id) => [id, 'a1'])]);
});
