import type { Db } from '~db/client.server';
import type { LineFilter } from '../line-filter.server';
import type { Line } from '../row-types';
import { countLines, inTurnStaff, lineColumns } from '../rows.server';
import { recordCells, recordColumns } from './csv-cells';
import { linesInTurn } from './lines-in-turn.server';
import { countedRows, type Progress } from './progress';
import type { Cell, Table } from './table';

/** Of the line alone: what is the person's comes with the person. */
const ownColumns = Object.fromEntries(
  Object.entries(lineColumns).filter(([key]) => !(key in inTurnStaff)),
);

/**
 * The training record, a line for each person and module or session, as it stood at `size` events.
 * @param file what `progress` calls the file that it is made for
 */
export function recordTable(
  db: Db,
  school: { id: string; urn: string | null },
  size: number,
  { filter, names }: { filter: LineFilter; names: boolean },
  progress?: Progress,
  file = 'training-record',
): Table {
  const asked = { school: school.id, size, filter };
  function* lines(): Generator<Line> {
    for (const { lines } of linesInTurn(db, ownColumns, asked)) {
      yield* lines as unknown as Line[];
    }
  }
  function* rows(): Generator<Cell[]> {
    const of = progress ? countLines(db, school.id, size, filter) : null;
    for (const line of countedRows(lines(), progress, file, of)) {
      yield recordCells(line, school.urn, names);
    }
  }
  return { name: 'training-record', columns: recordColumns, rows: rows() };
}
