import { parse } from 'csv-parse/sync';
import { mostRows } from './list-row';
import { unreadable } from './unreadable';

export interface TableRow<Column extends string> {
  /** Its number in the spreadsheet, from 1. */
  n: number;
  /** A column may stand twice, as team and department do. */
  cells: Partial<Record<Column, string[]>>;
}

export interface ReadTable<Column extends string> {
  rows: TableRow<Column>[];
  read: string[];
  notRead: string[];
}

/** What a kind of list is known by. */
export interface Headings<Column extends string> {
  /** The column a heading stands for; null when Attune does not use it. */
  read: (heading: string) => Column | null;
  /** True when there is enough to go by. */
  enough: (columns: ReadonlySet<Column>) => boolean;
  /** What is said when there is not. */
  refusal: string;
}

const delimiters = ['\t', ',', ';'] as const;
/** Schools put a title and a date above the headings. */
const headingsWithin = 15;

/**
 * Splits a pasted or uploaded list into rows and known columns.
 * @throws PeopleError `unreadable-list` when there are no headings to go by, or too many rows.
 */
export function readTable<Column extends string>(
  text: string,
  known: Headings<Column>,
): ReadTable<Column> {
  const body = text.replace(/^\uFEFF/, '').replace(/^"?sep=.?"?\r?\n/i, '\n');
  if (body.trim() === '')
    throw unreadable('There is nothing here yet: paste the list or choose a file.');
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, headings: headingsOf(top(body, delimiter), known) }))
    .sort((a, b) => b.headings.known - a.headings.known);
  if (!best?.headings.enough) throw unreadable(known.refusal);
  const records = split(body, best.delimiter);
  const headings = records[best.headings.at] ?? [];
  const columns = headings.map(known.read);
  const rows = records.flatMap((record, i) => {
    if (i <= best.headings.at || record.every((cell) => cell.trim() === '')) return [];
    return [{ n: i + 1, cells: cellsOf(record, columns) }];
  });
  if (rows.length === 0) throw unreadable('There are headings and no people under them.');
  if (rows.length > mostRows) {
    throw unreadable(
      `This list has ${rows.length.toLocaleString('en-GB')} rows, and Attune takes ${mostRows.toLocaleString('en-GB')} at once. Send it in parts.`,
    );
  }
  const written = headings.map((heading, i) => ({ heading: heading.trim(), column: columns[i] }));
  const named = written.filter(({ heading }) => heading !== '');
  return {
    rows,
    read: named.filter(({ column }) => column).map(({ heading }) => heading),
    notRead: named.filter(({ column }) => !column).map(({ heading }) => heading),
  };
}

interface Found {
  /** Which row they are, from 0. */
  at: number;
  known: number;
  enough: boolean;
}

function headingsOf<Column extends string>(records: string[][], known: Headings<Column>): Found {
  const rows = records.map((record, at) => {
    const columns = new Set(record.map(known.read).filter((column) => column !== null));
    return { at, known: columns.size, enough: known.enough(columns) };
  });
  return (
    rows.sort((a, b) => b.known - a.known || a.at - b.at)[0] ?? { at: 0, known: 0, enough: false }
  );
}

const options = (delimiter: string) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
});

/** The first rows: fewer where a later one cannot be read, and none when they make no sense split like this. */
function top(text: string, delimiter: string): string[][] {
  for (const to of [headingsWithin, 3, 1]) {
    try {
      return parse(text, { ...options(delimiter), to }) as string[][];
    } catch {
      // Tried with fewer.
    }
  }
  return [];
}

function split(text: string, delimiter: string): string[][] {
  try {
    return parse(text, options(delimiter)) as string[][];
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` near row ${error.lines}` : '';
    throw unreadable(
      `A quotation mark (")${line} opens and is never closed, so we cannot tell where its cell ends. Take it out, or close it, and try again.`,
    );
  }
}

function cellsOf<Column extends string>(
  record: string[],
  columns: (Column | null)[],
): TableRow<Column>['cells'] {
  const cells: TableRow<Column>['cells'] = {};
  for (const [i, column] of columns.entries()) {
    const cell = record[i]?.trim();
    if (column && cell) cells[column] = [...(cells[column] ?? []), cell];
  }
  return cells;
}
