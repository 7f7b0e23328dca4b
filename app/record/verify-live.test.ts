import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import { type Db, inTransaction } from '~db/client.server';
import * as schema from '~db/schema/index';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { base64 } from './bytes';
import { digestOf } from './disclosure';
import { erasePerson } from './erase.server';
import { exampleRecord } from './example-record';
import { idOf, leafHash } from './leaf';
import { checkpointNow, inclusionOf } from './log.server';
import { extendEdge, verifyInclusion } from './merkle';
import { schoolsOnRecord, storedEvents } from './stored-events.server';
import { verifyLive } from './verify-live.server';

function lived() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.joins('2025-09-01', 'sam', { roleGroup: 'teacher' });
  record.assigns('2025-09-10', 'a1', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  record.add('2025-10-01', 'details changed', 'sam', { name: 'Sam Newname' });
  record.add('2025-10-02', 'role given', 'sam', { role: 'lead' });
  return { db, record };
}
const size = 10;

/** As someone with the database file would: no triggers, no foreign keys. */
function tampered(work: (db: Db) => void): Db {
  const db = drizzle(new Database(original), { schema });
  db.$client.pragma('foreign_keys = OFF');
  const triggers = db.$client
    .prepare("select name from sqlite_master where type = 'trigger'")
    .all();
  for (const { name } of triggers as { name: string }[]) db.$client.exec(`drop trigger ${name}`);
  work(db);
  return db;
}
const original = lived().db.$client.serialize();
const run = (sql: string, ...values: unknown[]) =>
  tampered((db) => db.$client.prepare(sql).run(...values));
const verify = (db: Db) => verifyLive(db, null, {}).join('\n');

const stored = (db: Db) => [...storedEvents(db.$client, 'willow')];

test('the database as it was written fits', () => {
  const words = verify(lived().db);
  expect(words).toMatch(/^Everything fits: the record of Willow Primary, 10 entries/);
  expect(words).toMatch(/Without an older checkpoint \(--since\) nobody can tell/);
  expect(words).not.toMatch(/genuine/i);
});

test.each([
  ["verb = 'withdrawn'"],
  ["object = 'someone else'"],
  ['at = at - 86400000'],
  ["module = 'another'"],
  ["content_hash = 'beef'"],
  ['digests = \'["x"]\''],
])('an event edited in the database (%s) is named', (set) => {
  for (let n = 0; n < size; n++) {
    const db = run(`update event set ${set} where seq = ?`, n);
    expect(() => verify(db)).toThrow(new RegExp(`^Entry ${n} \\(`));
  }
});

test('an event deleted, inserted or put in another order is named', () => {
  for (let n = 0; n < size; n++) {
    const db = run('delete from event where seq = ?', n);
    expect(() => verify(db)).toThrow(new RegExp(`Entry ${n} is missing`));
  }
  const again = run(
    `insert into event select 'new', school, ${size}, at, verb, object, module, content_hash, digests from event where seq = 3`,
  );
  expect(() => verify(again)).toThrow(/^Entry 10 \(/);
  for (let n = 0; n < size - 1; n++) {
    const swapped = tampered((db) => {
      db.$client.exec(`update event set seq = -1 where seq = ${n}`);
      db.$client.exec(`update event set seq = ${n} where seq = ${n + 1}`);
      db.$client.exec(`update event set seq = ${n + 1} where seq = -1`);
    });
    expect(() => verify(swapped)).toThrow(new RegExp(`^Entry ${n} \\(`));
  }
});

test('an event made to fit itself, with its id and disclosures, is narrowed down by the tree', () => {
  for (let n = 0; n < size; n++) {
    const db = tampered((t) => {
      const event = stored(t)[n];
      if (!event) throw new Error('no event');
      const { id, ...rest } = event.leaf;
      const made = { ...rest, object: `${rest.object}x` };
      const sql = t.$client;
      sql
        .prepare('update event set object = ?, id = ? where id = ?')
        .run(made.object, idOf(made), id);
      sql.prepare('update event_detail set event_id = ? where event_id = ?').run(idOf(made), id);
    });
    const range = n < 8 ? 'Entries 0 to 7 are' : 'Entries 8 to 9 are';
    expect(() => verify(db)).toThrow(`${range} not what the tree recorded`);
  }
});

test('an event added properly, but around the tree, is named', () => {
  const db = tampered((t) => {
    const last = stored(t)[size - 1];
    if (!last) throw new Error('no event');
    const made = { ...last.leaf, seq: size, id: undefined };
    const { id: _, ...rest } = made;
    const sql = t.$client.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const { school, seq, at, verb, object, module, contentHash } = rest;
    const id = idOf(rest);
    sql.run(id, school, seq, at, verb, object, module, contentHash, JSON.stringify(rest.digests));
    const details = t.$client.prepare('insert into event_detail values (?, ?, ?, ?, ?)');
    for (const [salt, name, value] of last.disclosures) {
      details.run(id, digestOf([salt, name, value]), salt, name, JSON.stringify(value));
    }
  });
  expect(() => verify(db)).toThrow(/^Entry 10 \(role given.*was added without the tree/);
});

test('any one disclosure edited, deleted, added, moved or made to fit itself is named', () => {
  const details = lived().db.$client.prepare('select count(*) as n from event_detail').get() as {
    n: number;
  };
  const one = 'rowid = (select rowid from event_detail order by rowid limit 1 offset ?)';
  for (let n = 0; n < details.n; n++) {
    for (const set of ['value = \'"x"\'', "salt = 'x'", "name = 'x'", "digest = 'x'"]) {
      expect(() => verify(run(`update event_detail set ${set} where ${one}`, n))).toThrow(
        /” of Entry \d/,
      );
    }
    expect(() => verify(run(`delete from event_detail where ${one}`, n))).toThrow(
      /” of Entry \d+ \(.*is missing|name is gone from Entry \d|lacks \d of its fields/,
    );
  }
  const added = run(
    "insert into event_detail select event_id, 'y', salt, 'more', value from event_detail limit 1",
  );
  expect(() => verify(added)).toThrow(/“more” of Entry 0/);
}, 90_000);

test('a tree whose edge was touched is named, and a whole rewriting only an older checkpoint sees', () => {
  expect(() => verify(run("update tree_edge set edge = '[]'"))).toThrow(
    /not what the tree recorded/,
  );
  expect(() => verify(run('update tree_edge set size = 11'))).toThrow(/Entry 10 is missing/);
  expect(() => verify(run('delete from tree_edge'))).toThrow(/tree of willow is gone/);
  const honest = lived().db;
  const { origin, root } = checkpointNow(honest, 'willow');
  const since = `${origin}\n${size}\n${base64(root)}\n`;
  expect(verifyLive(honest, null, { since }).join('\n')).toMatch(/first 10 entries are those/);
  // Nothing is newer than the live record: it would have lost entries.
  const more = `${origin}\n${size + 2}\n${base64(new Uint8Array(32))}\n`;
  expect(() => verifyLive(honest, null, { since: more })).toThrow(
    /counts 12 entries, and there are 10\. Look first .*entries were removed since/,
  );
  const both = { since, older: Buffer.from(since.replaceAll('\n', '\r\n')) };
  expect(verifyLive(honest, null, both).join('\n')).toMatch(
    /those of the checkpoint typed\.\n.*those of the checkpoint in the file/,
  );
  const empty = Buffer.from(`${origin}\n0\n${base64(root)}\n`);
  expect(verifyLive(honest, null, { older: empty }).join('\n')).toMatch(
    /proves nothing.*Without an older checkpoint \(--since\)/s,
  );
  const rewritten = lived().db;
  expect(verify(rewritten)).toMatch(/^Everything fits/);
  expect(() => verifyLive(rewritten, null, { since })).toThrow(/the record was rewritten since/);
});

test('one event rewritten with the tree grown anew is caught by an older checkpoint', () => {
  const honest = lived().db;
  const { origin, root } = checkpointNow(honest, 'willow');
  const since = `${origin}\n${size}\n${base64(root)}\n`;
  const db = tampered((t) => {
    const sql = t.$client;
    const last = stored(t)[size - 1];
    if (!last) throw new Error('no event');
    const { id, ...rest } = last.leaf;
    const made = { ...rest, object: 'jo' };
    sql.prepare('update event set object = ?, id = ? where id = ?').run('jo', idOf(made), id);
    sql.prepare('update event_detail set event_id = ? where event_id = ?').run(idOf(made), id);
    let edge: Uint8Array[] = [];
    for (const { leaf } of stored(t)) edge = extendEdge(edge, leaf.seq, leafHash(leaf));
    sql.prepare('update tree_edge set edge = ?').run(JSON.stringify(edge.map(base64)));
  });
  expect(verify(db)).toMatch(/^Everything fits/);
  expect(() => verifyLive(db, null, { since })).toThrow(/the record was rewritten since/);
});

test('a page’s table that does not follow from the events is named', () => {
  const db = run("update training_row set completed_on = '2024-01-01' where status = 'current'");
  expect(() => verify(db)).toThrow(
    /does not follow from the record. training_row of e1.*completed_on/,
  );
});

test('after an erasure everything verifies, the name is nowhere in the database, and counts stay', () => {
  const { db } = lived();
  const erasure = { school: 'willow', person: 'jo', actor: 'lee', actorRole: 'lead' };
  inTransaction(db, (tx) => erasePerson(tx, new Date('2026-01-01'), erasure));
  expect(verify(db)).toMatch(/^Everything fits: .* 11 entries/);
  expect(db.$client.serialize().toString('latin1')).not.toMatch(/Name of jo|jo@willow/);
  expect(db.$client.serialize().toString('latin1')).toMatch(/Sam Newname/);
  expect(db.$client.prepare('select count(*) as n from training_row').get()).toEqual({ n: 3 });
});

test('a completion’s inclusion proof holds under the checkpoint, also after the record has grown', () => {
  const { db, record } = lived();
  record.starts('2025-11-01', 'e2', 'sam');
  const completion = record.completes('2025-11-02', 'e2', 'sam');
  const check = () => {
    const proof = inclusionOf(db, 'willow', completion);
    if (!proof) throw new Error('no proof');
    const bytes = (text: string) => Buffer.from(text, 'base64');
    const { checkpoint, index, hashes } = proof;
    expect(checkpoint.root).toBe(base64(checkpointNow(db, 'willow').root));
    return verifyInclusion(
      ...([bytes(proof.leafHash), index, checkpoint.size, hashes.map(bytes)] as const),
      bytes(checkpoint.root),
    );
  };
  expect(check()).toBe(true);
  for (let n = 0; n < 5; n++) record.joins('2025-12-01', `new-${n}`);
  expect(check()).toBe(true);
  expect(inclusionOf(db, 'oak', completion)).toBeNull();
});

test('every school on record is verified', () => {
  const { db } = lived();
  exampleRecord(db, 'oak').joins('2025-09-01', 'kim');
  expect(schoolsOnRecord(db.$client)).toEqual(['oak', 'willow']);
  expect(verify(db)).toMatch(/11 entries|1 entries/);
});
