import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateDb, openDb } from '~db/client.server';
import { exampleRecord } from './example-record';
import { exportZip } from './export/export.server';
import { signedCheckpoint } from './log.server';
import { verifierKey } from './note';
import { loadRecordKey } from './signing-key.server';

const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-command-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const zip = path.join(dataDir, 'training-record.zip');
const since = path.join(dataDir, 'older.txt');
const key = loadRecordKey(dataDir);
const vkey = verifierKey('attune/record/willow', key.publicKey);

beforeAll(async () => {
  const db = openDb(path.join(dataDir, 'attune.db'));
  migrateDb(db);
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  writeFileSync(since, signedCheckpoint(db, 'willow', key));
  record.completes('2025-09-20', 'e1', 'jo');
  const attune = { db, recordKey: key, now: () => new Date('2026-04-01') };
  const choice = { asAt: '2026-01-31', filter: {}, names: true };
  await pipeline(exportZip(attune, 'willow', choice), createWriteStream(zip));
  db.$client.close();
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** As `npm run` would start it; `DATA_DIR` names nothing unless it is given. */
function run(
  script: string,
  args: string[],
  dir = path.join(dataDir, 'nothing-here'),
): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: dir };
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', `scripts/${script}.ts`, ...args];
    execFile(process.execPath, command, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('a zip is verified with no database and nothing but itself', async () => {
  const { code, out } = await run('verify-record', [zip]);
  expect(out).toMatch(/^Everything fits: the training record of Willow Primary/);
  expect(out).toContain(`fingerprint ${key.fingerprint}`);
  expect(out).not.toMatch(/genuine/i);
  expect(out.trim()).toMatch(/not prove: that the clock was right, or who held the phone\.$/);
  expect(code).toBe(0);
  expect(existsSync(path.join(dataDir, 'nothing-here'))).toBe(false);
}, 120_000);

test('a key and an older checkpoint are taken from the command line', async () => {
  const { code, out } = await run('verify-record', [zip, '--key', vkey, '--since', since]);
  expect(out).toContain('It is signed by the key given.');
  expect(out).toContain('The first 2 entries are those of the older checkpoint.');
  expect(code).toBe(0);
}, 120_000);

test('what does not fit is said on the error stream, and the command fails', async () => {
  const other = verifierKey('attune/record/willow', Buffer.alloc(32, 7));
  const wrong = await run('verify-record', [zip, '--key', other]);
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toMatch(/Something does not fit\. manifest\.note is signed by another key/);
  const none = await run('verify-record', ['no-such.zip']);
  expect(none.code).toBe(2);
  expect(none.err).toMatch(/could not be checked\. There is no file no-such\.zip/);
  const nothing = path.join(dataDir, 'nothing.txt');
  writeFileSync(nothing, '');
  const empty = await run('verify-record', [zip, '--since', nothing]);
  expect(empty.code).toBe(2);
  expect(empty.err).toMatch(/could not be checked\. The file with the older checkpoint is empty/);
}, 120_000);

test('with no file the database itself is verified, and made again by rebuild', async () => {
  const live = await run('verify-record', ['--since', since], dataDir);
  expect(live.out).toMatch(/^Everything fits: the record of Willow Primary, 6 entries/);
  expect(live.code).toBe(0);
  expect(await run('rebuild', [], dataDir)).toMatchObject({ code: 0 });

  const db = openDb(path.join(dataDir, 'attune.db'));
  db.$client.exec("update training_row set status = 'withdrawn' where status = 'current'");
  db.$client.close();
  const touched = await run('verify-record', [], dataDir);
  expect(touched).toMatchObject({ code: 1 });
  expect(touched.err).toMatch(
    /training_row of e1, from entry 5: status is "withdrawn" in the table/,
  );
  const rebuilt = await run('rebuild', [], dataDir);
  expect(rebuilt).toMatchObject({ code: 1 });
  expect(rebuilt.err).toMatch(/First: training_row of e1/);
  expect(await run('rebuild', [], dataDir)).toMatchObject({ code: 0 });
}, 120_000);

test('asked for wrongly, it says how', async () => {
  const { code, err } = await run('verify-record', ['--nonsense']);
  expect(code).toBe(2);
  expect(err).toMatch(/Usage: npm run verify-record/);
  const nowhere = await run('verify-record', []);
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toMatch(/There is no database at/);
}, 120_000);
