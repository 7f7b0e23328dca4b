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
import { type Beside, partName } from './beside';
import { newestFormat } from './csv-cells';
import type { ExportChoice } from './export-choice';
import { leaves } from './leaves.server';
import { type ExportFile, type Manifest, manifestText } from './manifest';
import { openings } from './openings.server';
import { closed, encoded } from './pieces';
import { countedRows, type Part, type Progress } from './progress';
import { readMe } from './read-me';
import { recordTable } from './record-table.server';
import { tableCsv } from './table-csv';

export interface ExportedSchool {
  id: string;
  name: string;
  urn: string | null;
}

interface Asked {
  key: RecordKey;
  now: Date;
  school: ExportedSchool;
  choice: ExportChoice;
  sizeAsAt: number;
  /** Signed with the rest. */
  beside: readonly Beside[];
  progress: Progress | undefined;
  /** Called when nothing reads from the database any more, whether the stream ended or was given up half-way. */
  done: () => void;
}

/**
 * `training-record.zip` as a stream, or `everything.zip`. Each file is digested as it goes by; the manifest comes last, when
 * all are known. `db` must be a snapshot: every file must be of the same moment.
 */
export function trainingZip(db: Db, asked: Asked): Readable {
  const { key, now, school, choice, sizeAsAt, beside, progress, done } = asked;
  const checkpoint = checkpointNow(db, school.id);
  const entries = countedRows(leaves(db, school.id), progress, 'leaves', checkpoint.size);
  const opened = countedRows(openings(db, school.id, sizeAsAt, choice), progress, 'openings');
  if (progress) progress.parts = partsOf(checkpoint.size, beside);
  const others = beside.map(({ name }) => name);
  const pieces: Record<ExportFile, Iterable<string>> = {
    'training-record.csv': tableCsv(recordTable(db, school, sizeAsAt, choice, progress)),
    'leaves.jsonl': entries,
    'openings.jsonl': opened,
    'checkpoint.txt': [signCheckpoint(checkpoint, key)],
    'READ-ME.txt': [readMe(school.name, choice, key.fingerprint, others)],
  };
  const hashes = new Map<string, Hash>();
  const sources: Readable[] = [];
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const options = { mtime: now };
  const add = ({ name, packed = false, open }: Beside) => {
    const hash = createHash('sha256');
    hashes.set(name, hash);
    zip.addReadStreamLazy(name, { ...options, compressionLevel: levelOf(name, packed) }, (give) => {
      const stream = Readable.from(digested(open(), hash), { objectMode: false });
      sources.push(stream);
      // yazl pipes, and a pipe passes no error on.
      stream.on('error', (error) => out.destroy(error));
      give(null, stream);
    });
  };
  for (const [name, content] of Object.entries(pieces)) {
    add({ name, open: () => encoded(content) });
  }
  for (const file of beside) add(file);
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

/**
 * How a bar is shared out among the files, packed: as measured on the demonstration school. How many rows there
 * will be is not counted first, because the head of the file would wait for it.
 * @param size entries on the record
 */
function partsOf(size: number, beside: readonly Beside[]): Part[] {
  return [
    { file: 'training-record', bytes: 10 * size },
    { file: 'leaves', bytes: 300 * size },
    { file: 'openings', bytes: 90 * size },
    ...beside.map(({ name, bytes = 1000 }) => ({ file: partName(name), bytes })),
  ];
}

/** Of the proof's lines most is salts and digests, in which the longest search finds nothing more than the shortest. */
function levelOf(name: string, packed: boolean): number {
  if (packed) return 0;
  return name.endsWith('.jsonl') ? 1 : 6;
}

async function* digested(
  pieces: ReturnType<Beside['open']>,
  hash: Hash,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of pieces) {
    hash.update(bytes);
    yield bytes;
  }
}
