import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';
import { school } from '~db/schema/people';
import { sizeAsAt } from '../as-at.server';
import type { LineFilter } from '../line-filter.server';
import { schoolNameAt } from '../school-names.server';
import type { Beside } from './beside';
import type { ExportChoice } from './export-choice';
import type { Progress } from './progress';
import { recordTable } from './record-table.server';
import { openSnapshot, type Snapshot } from './snapshot.server';
import type { Table } from './table';
import { tableCsv } from './table-csv';
import { type ExportedSchool, trainingZip } from './training-zip.server';
import { workbook } from './workbook.server';

/** What a file without a proof is asked for: of which lines, as the page of the record can be asked. */
export type LinesChoice = Pick<ExportChoice, 'asAt' | 'names'> & { filter: LineFilter };

/** About how many bytes a line of the record comes to, as it is and in a workbook. */
const csvLine = 300;
const packedLine = 200;

/** The CSV as a stream of bytes; reading it slowly holds up nobody, and destroying it lets go of the database. */
export function exportCsv(
  { db }: Pick<Attune, 'db'>,
  schoolId: string,
  choice: LinesChoice,
  progress?: Progress,
): Readable {
  return fromSnapshot(db, (snapshot) => {
    const size = sizeAsAt(snapshot.db, schoolId, choice.asAt);
    const of = schoolOf(snapshot.db, schoolId, size);
    if (progress) progress.parts = [{ file: 'training-record', bytes: 1, each: csvLine }];
    const pieces = tableCsv(recordTable(snapshot.db, of, size, choice, progress));
    const stream = Readable.from(encoded(pieces), noneAhead);
    return stream.once('close', snapshot.close);
  });
}

/** The same as a workbook, with other tables beside it, all of one moment: `beside` reads them from the snapshot. */
export function exportWorkbook(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  schoolId: string,
  choice: LinesChoice,
  beside: (db: Db, size: number) => Table[],
  progress?: Progress,
): Readable {
  return fromSnapshot(db, (snapshot) => {
    const size = sizeAsAt(snapshot.db, schoolId, choice.asAt);
    const of = schoolOf(snapshot.db, schoolId, size);
    if (progress) progress.parts = [{ file: 'workbook', bytes: 1, each: packedLine }];
    const record = recordTable(snapshot.db, of, size, choice, progress, 'workbook');
    const others = beside(snapshot.db, size);
    return workbook([record, ...others], now()).once('close', snapshot.close);
  });
}

/** What makes the files beside the record, all of the same moment: `db` is the snapshot, `of` the school as it was then. */
export type MakeBeside = (
  db: Db,
  asked: { size: number; of: ExportedSchool; progress: Progress | undefined },
) => Beside[];

/** The same with its proof, and with other files beside it. */
export function exportZip(
  { db, recordKey, now }: Pick<Attune, 'db' | 'recordKey' | 'now'>,
  schoolId: string,
  choice: ExportChoice,
  { progress, beside }: { progress?: Progress | undefined; beside?: MakeBeside } = {},
): Readable {
  return fromSnapshot(db, (snapshot) => {
    const size = sizeAsAt(snapshot.db, schoolId, choice.asAt);
    const of = schoolOf(snapshot.db, schoolId, size);
    const extra = beside?.(snapshot.db, { size, of, progress }) ?? [];
    return trainingZip(snapshot.db, {
      ...{ key: recordKey, now: now(), school: of, choice, sizeAsAt: size },
      ...{ beside: extra, progress, done: snapshot.close },
    });
  });
}

function fromSnapshot(db: Db, make: (snapshot: Snapshot) => Readable): Readable {
  const snapshot = openSnapshot(db);
  try {
    return make(snapshot);
  } catch (error) {
    snapshot.close();
    throw error;
  }
}

/** The head of a file leaves before the first row is looked for. */
export const noneAhead = { objectMode: false, highWaterMark: 0 } as const;

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, 'utf8');
}

/** With the name that it had when the record held `size` entries. */
function schoolOf(db: Db, schoolId: string, size: number): ExportedSchool {
  const found = db
    .select({ id: school.id, urn: school.urn })
    .from(school)
    .where(eq(school.id, schoolId))
    .get();
  if (!found) throw new Error(`There is no school ${schoolId}`);
  return { ...found, name: schoolNameAt(db, schoolId, size - 1) };
}
