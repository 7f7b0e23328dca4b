import { createHash, type Hash } from 'node:crypto';
import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Db } from '~db/client.server';
import { base64 } from '../bytes';
import { signCheckpoint } from '../checkpoint';
import { checkpointNow } from '../log.server';
import { londonDate } from '../london-date';
import { signNote, verifierKey } from '../note';
import { countLines } from '../rows.server';
import type { RecordKey } from '../signing-key.server';
import { newestFormat } from './csv-cells';
import type { ExportChoice } from './export-choice';
import { leaves } from './leaves.server';
import { type ExportFile, type Manifest, manifestText } from './manifest';
import { openings } from './openings.server';
import { readMe } from './read-me';
import { recordTable } from './record-table.server';
import { tableCsv } from './table-csv';

export interface ExportedSchool {
  id: string;
  name: string;
  urn: string | null;
}

/**
 * `training-record.zip` as a stream. Each file is digested as it goes by; the manifest comes last, when all are known.
 * `db` must be a snapshot: every file must be of the same moment. `done` is called when nothing reads from it any more,
 * whether the stream ended or was given up half-way.
 */
export function trainingZip(
  db: Db,
  key: RecordKey,
  now: Date,
  school: ExportedSchool,
  choice: ExportChoice,
  sizeAsAt: number,
  done: () => void,
): Readable {
  const checkpoint = checkpointNow(db, school.id);
  const pieces: Record<ExportFile, Iterable<string>> = {
    'training-record.csv': tableCsv(recordTable(db, school, sizeAsAt, choice)),
    'leaves.jsonl': leaves(db, school.id),
    'openings.jsonl': openings(db, school.id, sizeAsAt, choice),
    'checkpoint.txt': [signCheckpoint(checkpoint, key)],
    'READ-ME.txt': [readMe(school.name, choice, key.fingerprint)],
  };
  const hashes = new Map<string, Hash>();
  const sources: Readable[] = [];
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const options = { mtime: now };
  for (const [file, content] of Object.entries(pieces)) {
    const hash = createHash('sha256');
    hashes.set(file, hash);
    zip.addReadStreamLazy(file, options, (give) => {
      const stream = Readable.from(digested(content, hash), { objectMode: false });
      sources.push(stream);
      // yazl pipes, and a pipe passes no error on.
      stream.on('error', (error) => out.destroy(error));
      give(null, stream);
    });
  }
  zip.addReadStreamLazy('manifest.note', options, (give) => {
    const digests = [...hashes].map(([file, hash]) => [file, hash.digest('hex')]);
    const manifest: Manifest = {
      format: newestFormat,
      school,
      ...choice,
      sizeAsAt,
      madeOn: londonDate(now),
      rows: countLines(db, school.id, sizeAsAt, choice.filter),
      checkpoint: { ...checkpoint, root: base64(checkpoint.root) },
      verifierKey: verifierKey(checkpoint.origin, key.publicKey),
      files: Object.fromEntries(digests),
    };
    give(null, Readable.from([signNote(manifestText(manifest), checkpoint.origin, key)]));
  });
  zip.end();
  out.once('close', () => Promise.all(sources.map(closed)).then(done));
  return out;
}

/** A source given up half-way still holds its query open until it is destroyed. */
function closed(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) return resolve();
    stream.once('close', () => resolve());
    stream.destroy();
  });
}

function* digested(pieces: Iterable<string>, hash: Hash): Generator<Buffer> {
  for (const piece of pieces) {
    const bytes = Buffer.from(piece, 'utf8');
    hash.update(bytes);
    yield bytes;
  }
}
