import type { Db } from '~db/client.server';
import type { LineFilter } from '../line-filter.server';
import type { Line } from '../row-types';
import { countLines, lineColumns, linesQuery } from '../rows.server';
import { recordCells, recordColumns } from './csv-cells';
import { countedRows, type Progress } from './progress';
import { iterate } from './snapshot.server';
import type { Cell, Table } from './table';

const keys = Object.keys(lineColumns);

/** The training record, a line for each person and module or session, as it stood at `size` events. */
export function recordTable(
  db: Db,
  school: { id: string; urn: string | null },
  size: number,
  { filter, names }: { filter: LineFilter; names: boolean },
  progress?: Progress,
): Table {
  function* rows(): Generator<Cell[]> {
    const lines = iterate(db, linesQuery(db, school.id, size, filter), lineColumns);
    const of = progress ? countLines(db, school.id, size, filter) : null;
    for (const values of countedRows(lines, progress, 'training-record', of)) {
      const line = Object.fromEntries(keys.map((key, i) => [key, values[i]])) as unknown as Line;
      yield recordCells(line, school.urn, names);
    }
  }
  return { name: 'training-record', columns: recordColumns, rows: rows() };
}
