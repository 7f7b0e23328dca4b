import { createHash, generateKeyPairSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Db } from '~db/client.server';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { base64 } from './bytes';
import { signCheckpoint } from './checkpoint';
import { type ExampleRecord, exampleRecord } from './example-record';
import { exportZip } from './export/export.server';
import type { ExportChoice } from './export/export-choice';
import { manifestText, parseManifest } from './export/manifest';
import { type Leaf, leafHash } from './leaf';
import { rootOf } from './merkle';
import { parseNote, signNote, verifierKey } from './note';
import { type RecordKey, recordKeyOf } from './signing-key.server';
import type { Given } from './verify/given';
import { readZip } from './verify/read-zip';
import { reportLines } from './verify/report';
import { verifyExport } from './verify/verify-export';

/** For tests: the record of a school, exported, and what someone might do to the files. */
export type Files = Map<string, Buffer>;
export const newKey = (): RecordKey => recordKeyOf(generateKeyPairSync('ed25519').privateKey);
export const key = newKey();

/** 22 entries: three lines, a change of name, a correction and a leaver by 1 February 2026, and a completion after it. */
export function lived(): { db: Db; record: ExampleRecord } {
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

/** The files of an export as at 1 February 2026, made on 1 April. */
export async function exported(db: Db, choice: Partial<ExportChoice> = {}): Promise<Files> {
  const files = readZip(await exportedZip(db, choice));
  return new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

/** The same as it is downloaded. */
export function exportedZip(db: Db, choice: Partial<ExportChoice> = {}): Promise<Buffer> {
  const attune = { db, recordKey: key, now: () => new Date('2026-04-01T09:00:00Z') };
  const all: ExportChoice = { asAt: '2026-02-01', filter: {}, names: true, ...choice };
  return buffer(exportZip(attune, 'willow', all));
}

export const text = (of: Files, name: string): string => of.get(name)?.toString('utf8') ?? '';
export const lines = (of: Files, name: string): string[] => text(of, name).trimEnd().split('\n');
export const leavesOf = (of: Files): Leaf[] =>
  lines(of, 'leaves.jsonl').map((line) => JSON.parse(line));
export const report = (of: Files, given: Given = {}): string =>
  reportLines(verifyExport(of, given)).join('\n');

/** A copy with one file changed, its manifest as it was. */
export function changedIn(
  files: Files,
  name: string,
  change: (lines: string[]) => string[],
): Files {
  return new Map(files).set(name, Buffer.from(`${change(lines(files, name)).join('\n')}\n`));
}

/** The manifest made again over changed files, and signed; with the checkpoint of the changed leaves when `root`. */
export function remade(of: Files, by: RecordKey, root = false): Files {
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
  for (const name of Object.keys(manifest.files)) {
    manifest.files[name] = createHash('sha256')
      .update(copy.get(name) ?? '')
      .digest('hex');
  }
  manifest.checkpoint = { ...checkpoint, root: base64(checkpoint.root) };
  manifest.verifierKey = verifierKey(checkpoint.origin, by.publicKey);
  const note = signNote(manifestText(manifest), checkpoint.origin, by);
  return copy.set('manifest.note', Buffer.from(note));
}
