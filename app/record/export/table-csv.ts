import { stringify } from 'csv-stringify/sync';
import { csvCell } from './csv-cell';
import type { Table } from './table';

const rowsAtOnce = 200;

/** A table as CSV in pieces of a few hundred lines: UTF-8 with a byte order mark, lines ended by CR LF. */
export function* tableCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Generator<string> {
  yield stringify([columns.map(({ name }) => name)], { bom: true, record_delimiter: 'windows' });
  let batch: string[][] = [];
  for (const row of rows) {
    batch.push(row.map(csvCell));
    if (batch.length < rowsAtOnce) continue;
    yield stringify(batch, { record_delimiter: 'windows' });
    batch = [];
  }
  if (batch.length > 0) yield stringify(batch, { record_delimiter: 'windows' });
}
