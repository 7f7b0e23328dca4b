import { stringify } from 'csv-stringify/sync';
import type { Db } from '~db/client.server';
import type { Line } from '../row-types';
import { lineColumns, linesQuery } from '../rows.server';
import { csvCells, csvColumns, newestFormat } from './csv-cells';
import type { ExportChoice } from './export-choice';
import { iterate } from './snapshot.server';

const rowsAtOnce = 200;
const keys = Object.keys(lineColumns);

/** `training-record.csv` in pieces of a few hundred lines: UTF-8 with a byte order mark, lines ended by CR LF. */
export function* trainingCsv(
  db: Db,
  school: { id: string; urn: string | null },
  size: number,
  { filter, names }: Pick<ExportChoice, 'filter' | 'names'>,
): Generator<string> {
  yield stringify([[...csvColumns(newestFormat)]], { bom: true, record_delimiter: 'windows' });
  let batch: string[][] = [];
  for (const values of iterate(db, linesQuery(db, school.id, size, filter), lineColumns)) {
    const line = Object.fromEntries(keys.map((key, i) => [key, values[i]])) as unknown as Line;
    batch.push(csvCells(line, school.urn, names));
    if (batch.length < rowsAtOnce) continue;
    yield stringify(batch, { record_delimiter: 'windows' });
    batch = [];
  }
  if (batch.length > 0) yield stringify(batch, { record_delimiter: 'windows' });
}
