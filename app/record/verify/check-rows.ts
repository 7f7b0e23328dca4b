import { parse } from 'csv-parse/sync';
import { textOf } from '../bytes';
import { csvCells, csvColumns } from '../export/csv-cells';
import type { Manifest } from '../export/manifest';
import type { Leaf } from '../leaf';
import { openEvent } from '../opened-event';
import { reduce } from '../reducer';
import type { RowFilter } from '../row-filter';
import type { Line } from '../row-types';
import type { Openings } from './check-openings';
import { MemoryRows } from './memory-rows';
import { Unfit } from './unfit';

/** Makes the lines again from what is opened, with the same reducer that made them live. */
export function linesOf(
  leaves: readonly Leaf[],
  openings: Openings,
  sizeAsAt: number,
): Map<string, Line> {
  const rows = new MemoryRows();
  for (const leaf of leaves.slice(0, sizeAsAt)) {
    const disclosures = openings.get(leaf.seq);
    if (!disclosures) continue;
    for (const change of reduce(openEvent(leaf, disclosures), rows)) rows.write(change);
  }
  return rows.linesByRecord();
}

/** Every cell of `training-record.csv` is what the entries say, no row is missing and none is added. */
export function checkCsv(
  file: Uint8Array,
  lines: ReadonlyMap<string, Line>,
  manifest: Manifest,
): number {
  const [head, ...rows] = readCsv(file);
  const columns = csvColumns(manifest.format);
  const idColumn = columns.indexOf('record_id');
  if (head?.join() !== columns.join()) {
    throw new Unfit('training-record.csv does not have the columns of a training record.');
  }
  const seen = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    const id = cells[idColumn] ?? '';
    const where = `Row ${i + 2} of training-record.csv`;
    const line = lines.get(id);
    if (!line)
      throw new Unfit(`${where} rests on ${id || 'no entry'}, from which no such row follows.`);
    if (seen.has(id)) throw new Unfit(`${where} comes twice.`);
    seen.add(id);
    const expected = csvCells(line, manifest.school.urn, manifest.names, manifest.format);
    const wrong = columns.findIndex((_, n) => cells[n] !== expected[n]);
    if (wrong >= 0) {
      const [is, was] = [cells[wrong], expected[wrong]];
      throw new Unfit(`${where}: ${columns[wrong]} says “${is}”, and the record says “${was}”.`);
    }
    if (!meets(line, manifest.filter))
      throw new Unfit(`${where} is not one that the filter asks for.`);
  }
  const missing = [...lines.keys()].find((id) => !seen.has(id));
  if (missing) throw new Unfit(`training-record.csv lacks the row that rests on ${missing}.`);
  if (rows.length !== manifest.rows) {
    throw new Unfit(
      `training-record.csv has ${rows.length} rows, and the manifest says ${manifest.rows}.`,
    );
  }
  return rows.length;
}

function readCsv(file: Uint8Array): string[][] {
  try {
    return parse(textOf(file), { bom: true, relax_column_count: true }) as string[][];
  } catch {
    throw new Unfit('training-record.csv cannot be read as a CSV file.');
  }
}

function meets(line: Line, { roleGroup, team, module, person }: RowFilter): boolean {
  return (
    (roleGroup === undefined || line.roleGroup === roleGroup) &&
    (team === undefined || line.teams.includes(team)) &&
    (module === undefined || line.module === module) &&
    (person === undefined || line.personId === person)
  );
}
