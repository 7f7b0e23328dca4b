import { csvCells, csvColumns } from '../export/csv-cells';
import type { Manifest } from '../export/manifest';
import { openEvent } from '../opened-event';
import { reduce } from '../reducer';
import type { RowFilter } from '../row-filter';
import type { Line } from '../row-types';
import { recordsOf } from './csv-records';
import { MemoryRows } from './memory-rows';
import type { Openings } from './openings';
import type { KeptLeaf } from './read-log';
import { Unfit } from './unfit';

/** Makes the rows again from what is opened, with the same reducer that made them live. */
export function rowsOf(
  leaves: readonly KeptLeaf[],
  openings: Openings,
  sizeAsAt: number,
): MemoryRows {
  const rows = new MemoryRows();
  for (const leaf of leaves) {
    if (leaf.seq >= sizeAsAt) break;
    const disclosures = openings.of(leaf.seq);
    if (!disclosures) continue;
    for (const change of reduce(openEvent(leaf, disclosures), rows)) rows.write(change);
  }
  return rows;
}

/** Every cell of `training-record.csv` is what the entries say, no row is missing and none is added. */
export function checkCsv(file: Iterable<Uint8Array>, made: MemoryRows, manifest: Manifest): number {
  const expected = made.rowsByRecord();
  const columns = csvColumns(manifest.format);
  const idColumn = columns.indexOf('record_id');
  const seen = new Set<string>();
  let line = 0;
  for (const cells of recordsOf(file)) {
    line += 1;
    if (line === 1) {
      checkHead(cells, columns);
      continue;
    }
    const id = cells[idColumn] ?? '';
    const where = `Row ${line} of training-record.csv`;
    const row = expected.get(id);
    const found = row && made.lineOf(row);
    if (!found)
      throw new Unfit(`${where} rests on ${id || 'no entry'}, from which no such row follows.`);
    if (seen.has(id)) throw new Unfit(`${where} comes twice.`);
    // The row's own text: the file's would keep what stands around it in memory.
    seen.add(found.recordId);
    checkRow(where, cells, found, manifest);
  }
  if (line === 0) checkHead([], columns);
  for (const id of expected.keys()) {
    if (!seen.has(id)) throw new Unfit(`training-record.csv lacks the row that rests on ${id}.`);
  }
  if (seen.size !== manifest.rows) {
    throw new Unfit(
      `training-record.csv has ${seen.size} rows, and the manifest says ${manifest.rows}.`,
    );
  }
  return seen.size;
}

function checkHead(head: readonly string[], columns: readonly string[]): void {
  if (head.join() !== columns.join())
    throw new Unfit('training-record.csv does not have the columns of a training record.');
}

function checkRow(
  where: string,
  cells: readonly string[],
  line: Line,
  { school, names, format, filter }: Manifest,
): void {
  const expected = csvCells(line, school.urn, names, format);
  const wrong = csvColumns(format).findIndex((_, n) => cells[n] !== expected[n]);
  if (wrong >= 0) {
    const [column, is, was] = [csvColumns(format)[wrong], cells[wrong], expected[wrong]];
    throw new Unfit(`${where}: ${column} says “${is}”, and the record says “${was}”.`);
  }
  if (!meets(line, filter)) throw new Unfit(`${where} is not one that the filter asks for.`);
}

function meets(line: Line, { roleGroup, team, module, person }: RowFilter): boolean {
  return (
    (roleGroup === undefined || line.roleGroup === roleGroup) &&
    (team === undefined || line.teams.includes(team)) &&
    (module === undefined || line.module === module) &&
    (person === undefined || line.personId === person)
  );
}
