import { beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction } from '~db/client.server';
import { erasePerson } from './erase.server';
import {
  changedIn,
  exported,
  type Files,
  key,
  lived,
  remade,
  report,
  text,
} from './example-export';
import { signedCheckpoint } from './log.server';
import { verifierKey } from './note';

let db: Db;
let files: Files;
beforeAll(async () => {
  db = lived().db;
  files = await exported(db);
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
    /not as it was signed/,
  );
  expect(() => report(zip, { since: 'nonsense' })).toThrow(/cannot be read/);
  const elsewhere = older.split('\n').with(0, 'attune/record/oak').slice(0, 3).join('\n');
  expect(() => report(zip, { since: elsewhere })).toThrow(/of another record/);
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
  const nameless = changedIn(files, 'openings.jsonl', (all) =>
    all.filter((l) => !l.includes('"name"')),
  );
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
    /restored on 1 April 2026 from size 22\.\nThe first 22 entries are those/,
  );
  const later = `attune/record/willow\n30\n${root}\n`;
  const lost = report(zip, { since: later });
  expect(lost).toMatch(/restored on 1 April 2026 from size 22\./);
  expect(lost).toMatch(
    /- Entries 22 to 29 of the older checkpoint \(size 30\) were not in that backup/,
  );
  // Nothing was compared, so the past is as open as without a checkpoint.
  expect(lost).toMatch(/- Whether the whole record was written anew/);
  const vkey = verifierKey('attune/record/willow', key.publicKey);
  expect(report(zip, { key: vkey })).toContain('It is signed by the key given.');
  record.add('2026-04-03', 'restored', 'willow', { size: 12, root });
  await expect(exported(backup).then((of) => report(of))).rejects.toThrow(/are not that backup/);
});
