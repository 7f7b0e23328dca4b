import { createHash, generateKeyPairSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction } from '~db/client.server';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { signCheckpoint } from './checkpoint';
import { digestOf } from './disclosure';
import { erasePerson } from './erase.server';
import { type ExampleRecord, exampleRecord } from './example-record';
import { exportZip } from './export/export.server';
import type { ExportChoice } from './export/export-choice';
import { manifestText, parseManifest } from './export/manifest';
import { canonical, idOf, type Leaf, leafHash } from './leaf';
import { signedCheckpoint } from './log.server';
import { rootOf } from './merkle';
import { parseNote, signNote, verifierKey } from './note';
import { type RecordKey, recordKeyOf } from './signing-key.server';
import type { Given } from './verify/given';
import { readZip } from './verify/read-zip';
import { verifyExport } from './verify/verify-export';

const dir = mkdtempSync(path.join(tmpdir(), 'attune-verify-'));
afterAll(() => rmSync(dir, { recursive: true }));

const newKey = () => recordKeyOf(generateKeyPairSync('ed25519').privateKey);
const key = newKey();
const all: ExportChoice = { asAt: '2026-02-01', filter: {}, names: true };
type Files = Map<string, Buffer>;

function lived(): { db: Db; record: ExampleRecord } {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo', { name: '=cmd()', teams: ['Year 4', 'Kitchen'] });
  record.joins('2025-09-01', 'sam', { roleGroup: 'teacher' });
  record.assigns('2025-09-10', 'a1', 'jo');
  record.assigns('2025-09-10', 'a1', 'sam');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  record.add('2025-10-01', 'details changed', 'sam', { name: 'Sam Newname' });
  record.starts('2025-11-01', 'e2', 'sam', 'other');
  const done = record.completes('2025-12-01', 'e2', 'sam', 'other');
  const about = { person: 'sam', module: 'other' };
  const correction = { reason: 'wrong date', completedOn: '2025-11-30' } as const;
  record.add('2026-01-05', 'corrected', done, correction, about);
  record.add('2026-01-06', 'left', 'sam', { leaveDate: '2026-03-31' });
  record.starts('2026-03-01', 'e3', 'jo', 'other');
  record.completes('2026-03-02', 'e3', 'jo', 'other');
  return { db, record };
}

let zips = 0;
async function exported(db: Db, choice: Partial<ExportChoice> = {}): Promise<Files> {
  const file = path.join(dir, `${zips++}.zip`);
  const now = () => new Date('2026-04-01T09:00:00Z');
  const attune = { db, recordKey: key, now };
  await pipeline(exportZip(attune, 'willow', { ...all, ...choice }), createWriteStream(file));
  return readZip(file);
}

let db: Db;
let files: Files;
beforeAll(async () => {
  db = lived().db;
  files = await exported(db);
});

const text = (of: Files, name: string) => of.get(name)?.toString('utf8') ?? '';
const lines = (of: Files, name: string) => text(of, name).trimEnd().split('\n');
const leavesOf = (of: Files): Leaf[] => lines(of, 'leaves.jsonl').map((l) => JSON.parse(l));
const report = (of: Files, given: Given = {}) => verifyExport(of, given).join('\n');

/** A copy with one file changed, its manifest as it was. */
function changed(name: string, change: (lines: string[]) => string[]): Files {
  return new Map(files).set(name, Buffer.from(`${change(lines(files, name)).join('\n')}\n`));
}

/** The manifest made again over changed files, and signed; with the checkpoint of the changed leaves when `root`. */
function remade(of: Files, by: RecordKey, root = false): Files {
  const copy = new Map(of);
  const manifest = parseManifest(parseNote(text(of, 'manifest.note'))?.text ?? '');
  if (!manifest) throw new Error('no manifest');
  const leaves = leavesOf(of);
  const checkpoint = {
    ...manifest.checkpoint,
    root: Buffer.from(manifest.checkpoint.root, 'base64'),
    ...(root ? { size: leaves.length, root: rootOf(leaves.map(leafHash)) } : {}),
  };
  copy.set('checkpoint.txt', Buffer.from(signCheckpoint(checkpoint, by)));
  for (const name of Object.keys(manifest.files) as (keyof typeof manifest.files)[]) {
    manifest.files[name] = createHash('sha256')
      .update(copy.get(name) ?? '')
      .digest('hex');
  }
  manifest.checkpoint = { ...checkpoint, root: checkpoint.root.toString('base64') };
  manifest.verifierKey = verifierKey(checkpoint.origin, by.publicKey);
  const note = signNote(manifestText(manifest), checkpoint.origin, by);
  return copy.set('manifest.note', Buffer.from(note));
}

/** A leaf changed so that it fits itself again. */
const rehashed = (leaf: Leaf, change: Partial<Leaf>): Leaf => {
  const { id: _, ...rest } = { ...leaf, ...change };
  return { id: idOf(rest), ...rest };
};

test('a whole export fits, and says how far that goes', () => {
  const words = report(files);
  expect(words).toMatch(
    /^Everything fits: the training record of Willow Primary, as at 2026-02-01, 3 rows/,
  );
  expect(words).toMatch(/each of the 2 completions recorded by that day is opened/);
  expect(words).toContain(key.fingerprint);
  expect(words).toMatch(/Compare it with the one on a printed summary/);
  expect(words).not.toMatch(/genuine|authentic/i);
  expect(words).toMatch(/not prove: that the clock was right, or who held the phone\.$/);
});

test('a key given, as a verifier key or as a printed fingerprint, is the one it is checked by', () => {
  const vkey = verifierKey('attune/record/willow', key.publicKey);
  for (const given of [vkey, key.fingerprint]) {
    expect(report(files, { key: given })).toContain('It is signed by the key given.');
  }
  expect(() => report(files, { key: newKey().fingerprint })).toThrow(
    /another key than the one given/,
  );
  expect(() => report(files, { key: 'nonsense' })).toThrow(/neither a verifier key/);
});

test('a part fits, and says what is not opened', async () => {
  const part = await exported(db, { filter: { roleGroup: 'teacher' } });
  expect(report(part)).toMatch(/of 2 completions recorded by that day, 1 are not opened/);
  expect(text(part, 'training-record.csv')).not.toContain('jo');
  expect(text(part, 'openings.jsonl')).not.toContain('jo@');
  for (const filter of [{ team: 'Kitchen' }, { module: 'other' }, { person: 'sam' }]) {
    expect(report(await exported(db, { filter }))).toMatch(/Everything fits/);
  }
});

test('without names, no name is in any file, and it fits', async () => {
  const nameless = await exported(db, { names: false });
  expect(report(nameless)).toContain('Names were left out');
  for (const content of nameless.values())
    expect(content.toString()).not.toMatch(/Newname|cmd\(\)/);
});

test('only what the rows rest on is opened: no older name, no attempt, no code, no e-mail', () => {
  const opened = lines(files, 'openings.jsonl').map((l) => JSON.parse(l));
  const leaves = leavesOf(files);
  const verbs = new Set(opened.map((o) => leaves[o.seq]?.verb));
  expect([...verbs].sort()).toEqual(
    ['assigned', 'completed', 'corrected', 'details changed', 'joined', 'left', 'started'].sort(),
  );
  expect(text(files, 'openings.jsonl')).not.toMatch(
    /Name of sam|@willow|CODE-|"actor"|outcomes|answersDigest/,
  );
  expect(opened.every((o) => o.seq < 20)).toBe(true);
  const finest = leaves.map((leaf) => leaf.at % 3_600_000);
  expect(new Set(finest)).toEqual(new Set([0]));
});

const edits: [string, (leaf: Leaf) => Leaf][] = [
  ['a verb', (leaf) => ({ ...leaf, verb: 'withdrawn' })],
  ['a day', (leaf) => ({ ...leaf, at: leaf.at - 86_400_000 })],
  ['an object', (leaf) => ({ ...leaf, object: 'e9' })],
  [
    'a digest',
    (leaf) => ({ ...leaf, digests: [...leaf.digests.slice(1), digestOf(['s', 'n', 1])] }),
  ],
  ['a content hash', (leaf) => ({ ...leaf, contentHash: 'beef' })],
  ['an id', (leaf) => ({ ...leaf, id: leaf.id.replace(/.$/, (c) => (c === '0' ? '1' : '0')) })],
];

test.each(edits)('editing %s of any one entry is named, whoever signs again', (_, edit) => {
  for (let n = 0; n < leavesOf(files).length; n++) {
    const edited = changed('leaves.jsonl', (all) =>
      all.map((line, i) => (i === n ? canonical(edit(JSON.parse(line))) : line)),
    );
    if (text(edited, 'leaves.jsonl') === text(files, 'leaves.jsonl')) continue;
    for (const of of [
      edited,
      remade(edited, key),
      remade(edited, newKey()),
      remade(edited, key, true),
    ]) {
      expect(() => report(of)).toThrow(new RegExp(`^Entry ${n} \\(`));
    }
  }
});

test('deleting, inserting, doubling or reordering any one entry is named', () => {
  const size = leavesOf(files).length;
  for (let n = 0; n < size - 1; n++) {
    const deleted = changed('leaves.jsonl', (all) => all.filter((_, i) => i !== n));
    const doubled = changed('leaves.jsonl', (all) =>
      all.flatMap((l, i) => (i === n ? [l, l] : [l])),
    );
    const swapped = changed('leaves.jsonl', (all) =>
      all.map((l, i) => (i === n ? (all[n + 1] ?? l) : i === n + 1 ? (all[n] ?? l) : l)),
    );
    for (const of of [
      deleted,
      remade(deleted, key, true),
      swapped,
      remade(swapped, newKey(), true),
    ]) {
      expect(() => report(of)).toThrow(new RegExp(`^Entry ${n} is missing`));
    }
    expect(() => report(remade(doubled, key, true))).toThrow(new RegExp(`^Entry ${n} comes twice`));
  }
  const cut = changed('leaves.jsonl', (all) => all.slice(0, -1));
  expect(() => report(cut)).toThrow(
    `holds ${size - 1} entries, and the signed checkpoint counts ${size}`,
  );
});

test('an entry altered and made to fit itself is caught by the root, and the row that shows it is named', () => {
  const n = leavesOf(files).findIndex((l) => l.verb === 'completed');
  const altered = changed('leaves.jsonl', (all) =>
    all.map((l, i) => (i === n ? canonical(rehashed(JSON.parse(l), { contentHash: 'beef' })) : l)),
  );
  for (const of of [altered, remade(altered, key), remade(altered, newKey())]) {
    expect(() => report(of)).toThrow(
      /do not add up to the root.*It shows here: Row \d of training-record/,
    );
  }
});

test('an edited, deleted, doubled or foreign opening is named, whoever signs again', () => {
  const opened = lines(files, 'openings.jsonl');
  for (const [n, line] of opened.entries()) {
    const { seq, disclosure } = JSON.parse(line);
    const [salt, name, value] = disclosure;
    const put = (...rest: string[]) =>
      changed('openings.jsonl', (all) => all.flatMap((l, i) => (i === n ? rest : [l])));
    const edited = put(JSON.stringify({ seq, disclosure: [salt, name, `${value}x`] }));
    const salted = put(JSON.stringify({ seq, disclosure: [`${salt}x`, name, value] }));
    const moved = put(JSON.stringify({ seq: seq === 0 ? 1 : 0, disclosure }));
    for (const of of [edited, salted, moved]) {
      expect(() => report(remade(of, newKey()))).toThrow(`“${name}” of Entry`);
    }
    expect(() => report(remade(put(line, line), key))).toThrow(/is given twice/);
    if (name === 'completedOn') continue;
    expect(() => report(remade(put(), key))).toThrow(new RegExp(`Entry ${seq} \\(`));
  }
});

test('any edited cell, deleted, added or doubled row is named, whoever signs again', () => {
  const [head = '', ...rows] = text(files, 'training-record.csv').trimEnd().split('\r\n');
  const csv = (content: string[]) =>
    remade(
      new Map(files).set('training-record.csv', Buffer.from(`${content.join('\r\n')}\r\n`)),
      newKey(),
    );
  for (const [n, row] of rows.entries()) {
    const cells = row.split(',');
    for (const [c] of cells.entries()) {
      const wrong = cells.with(c, `${cells[c]}9`).join(',');
      expect(() => report(csv([head, ...rows.with(n, wrong)]))).toThrow(
        `Row ${n + 2} of training-record.csv`,
      );
    }
    expect(() => report(csv([head, ...rows.toSpliced(n, 1)]))).toThrow(/lacks the row/);
    expect(() => report(csv([head, row, ...rows]))).toThrow(/comes twice/);
  }
  expect(() => report(csv([head.replace('due_on', 'due'), ...rows]))).toThrow(/columns/);
});

test('files that are missing, added or changed after signing are named', () => {
  for (const name of files.keys()) {
    const missing = new Map(files);
    missing.delete(name);
    expect(() => report(missing)).toThrow(name);
  }
  expect(() => report(new Map(files).set('more.txt', Buffer.from('x')))).toThrow(/more\.txt/);
  const note = text(files, 'manifest.note').replace('2026-02-01', '2026-01-01');
  expect(() => report(new Map(files).set('manifest.note', Buffer.from(note)))).toThrow(
    /altered after it was signed/,
  );
  const readMe = new Map(files).set('READ-ME.txt', Buffer.from('Trust me.'));
  expect(() => report(readMe)).toThrow(/READ-ME\.txt is not the file that was signed/);
  const day = remade(files, key);
  const manifest = parseManifest(parseNote(text(day, 'manifest.note'))?.text ?? '');
  if (!manifest) throw new Error('no manifest');
  const moved = manifestText({ ...manifest, asAt: '2026-03-31' });
  const signed = signNote(moved, 'attune/record/willow', key);
  expect(() => report(new Map(files).set('manifest.note', Buffer.from(signed)))).toThrow(
    /By the end of 2026-03-31, 22 entries were recorded, and the manifest says/,
  );
});

test('a record that only grew fits its older checkpoint, signed or as printed', async () => {
  const grown = lived();
  const older = signedCheckpoint(grown.db, 'willow', key);
  grown.record.joins('2026-04-01', 'new');
  const zip = await exported(grown.db);
  for (const since of [older, older.split('\n').slice(0, 3).join('\n')]) {
    expect(report(zip, { since })).toMatch(
      /The first 22 entries are those of the older checkpoint/,
    );
  }
  expect(() => report(zip, { since: older.replace('\n22\n', '\n21\n') })).toThrow(
    /not signed by the key/,
  );
  expect(() => report(zip, { since: 'nonsense' })).toThrow(/cannot be read/);
  const elsewhere = older.split('\n').with(0, 'attune/record/oak').slice(0, 3).join('\n');
  expect(() => report(zip, { since: elsewhere })).toThrow(/of another record/);
  expect(() => report(files, { since: signedCheckpoint(grown.db, 'willow', key) })).toThrow(
    /counts 23 entries, and there are 22/,
  );
});

test('a record rewritten whole, by the owner with the owner’s key, is caught by an older checkpoint alone', async () => {
  const since = signedCheckpoint(db, 'willow', key);
  const rewritten = await exported(lived().db);
  expect(report(rewritten)).toMatch(/Everything fits/);
  expect(() => report(rewritten, { since })).toThrow(/the record was rewritten since/);
});

test('erasure takes the name out of every export made after it, and everything still fits', async () => {
  const { db: later } = lived();
  const erasure = { school: 'willow', person: 'sam', actor: 'lee', actorRole: 'lead' };
  inTransaction(later, (tx) => erasePerson(tx, new Date('2026-03-20'), erasure));
  const zip = await exported(later);
  expect(report(zip)).toMatch(/Everything fits: .* 3 rows/);
  for (const content of zip.values()) expect(content.toString()).not.toContain('Newname');
  // Nobody may leave a name out and call it an erasure.
  const nameless = changed('openings.jsonl', (all) => all.filter((l) => !l.includes('"name"')));
  const csv = text(files, 'training-record.csv').replaceAll(/'=cmd\(\)|Sam Newname/g, '');
  nameless.set('training-record.csv', Buffer.from(csv));
  expect(() => report(remade(nameless, key))).toThrow(/nobody’s erasure explains it/);
});

test('an honest restore is told as one, and what was lost is said', async () => {
  const { db: backup, record } = lived();
  const atBackup = signedCheckpoint(backup, 'willow', key);
  const root = atBackup.split('\n')[2] ?? '';
  record.add('2026-04-01', 'restored', 'willow', { size: 22, root });
  record.joins('2026-04-02', 'new');
  const zip = await exported(backup);
  expect(text(zip, 'checkpoint.txt')).toMatch(/^attune\/record\/willow\/restored-1\n24\n/);
  expect(report(zip, { since: atBackup })).toMatch(
    /restored on 2026-04-01 from size 22\.\nThe first 22 entries are those/,
  );
  const later = `attune/record/willow\n30\n${root}\n`;
  expect(report(zip, { since: later })).toMatch(
    /restored on 2026-04-01 from size 22\.\nEntries 22 to 29 of the older checkpoint \(size 30\) were not in that backup/,
  );
  const vkey = verifierKey('attune/record/willow', key.publicKey);
  expect(report(zip, { key: vkey })).toContain('It is signed by the key given.');
  record.add('2026-04-03', 'restored', 'willow', { size: 12, root });
  await expect(exported(backup).then((of) => report(of))).rejects.toThrow(/are not that backup/);
});

test('a zip that is none, or is damaged, is said to be', async () => {
  await expect(readZip(path.join(dir, 'nowhere.zip'))).rejects.toThrow(/cannot be read as a zip/);
});
