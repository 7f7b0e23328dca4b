import { beforeAll, expect, test } from 'vitest';
import type { Db } from '~db/client.server';
import { digestOf } from './disclosure';
import {
  changedIn,
  exported,
  type Files,
  key,
  leavesOf,
  lines,
  lived,
  newKey,
  remade,
  report,
  text,
} from './example-export';
import { manifestText, parseManifest } from './export/manifest';
import { canonical, idOf, type Leaf } from './leaf';
import { parseNote, signNote, verifierKey } from './note';

let db: Db;
let files: Files;
beforeAll(async () => {
  db = lived().db;
  files = await exported(db);
});

const changed = (name: string, change: (lines: string[]) => string[]) =>
  changedIn(files, name, change);

/** A leaf changed so that it fits itself again. */
const rehashed = (leaf: Leaf, change: Partial<Leaf>): Leaf => {
  const { id: _, ...rest } = { ...leaf, ...change };
  return { id: idOf(rest), ...rest };
};

test('a whole export fits, and says how far that goes', () => {
  const words = report(files);
  expect(words).toMatch(
    /^Everything fits: the training record of Willow Primary, as at 1 February 2026, 3 rows/,
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
  expect(() => report(files, { key: 'nonsense' })).toThrow(/neither a whole key/);
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
    /By the end of 31 March 2026, 22 entries were recorded, and the manifest says/,
  );
});

test('a refresher under way and a refresher done are rows that say so and fit, and cannot pass for anything else', async () => {
  const { db: other, record } = lived();
  record.starts('2026-03-10', 'e4', 'jo', 'patterns', true);
  const going = await exported(other, { asAt: '2026-03-15' });
  expect(text(going, 'training-record.csv')).toMatch(/,2,c0ffee,refresher,,,,2026-03-10,,N,4,in p/);
  expect(report(going)).toMatch(/Everything fits/);
  record.completes('2026-03-20', 'e4', 'jo', 'patterns', true);
  for (const filter of [{}, { person: 'jo' }, { module: 'patterns' }]) {
    const done = await exported(other, { asAt: '2026-03-25', filter });
    const csv = text(done, 'training-record.csv');
    expect(csv).toMatch(/,2,c0ffee,refresher,,,,2026-03-10,2026-03-20,Y,4,current,/);
    expect(csv).toMatch(/,1,c0ffee,e-learning,,2025-09-10,/);
    expect(report(done)).toMatch(/Everything fits/);
    const passed = new Map(done).set(
      'training-record.csv',
      Buffer.from(csv.replace('refresher', 'e-learning')),
    );
    expect(() => report(remade(passed, key))).toThrow(/says “e-learning”.*says “refresher”/);
  }
});
