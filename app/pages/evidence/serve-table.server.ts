import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { sizeAsAt } from '~/record/as-at.server';
import { noneAhead } from '~/record/export/export.server';
import { countedRows, noProgress } from '~/record/export/progress';
import type { Table } from '~/record/export/table';
import { tableCsv } from '~/record/export/table-csv';
import { download, readExport } from './download.server';
import { noteWholeRecord } from './note-access.server';

/** Whose table, and as at when. */
export interface Asked {
  schoolId: string;
  /** Civil date. */
  date: string;
  /** Events on the record by the end of it. */
  size: number;
}

/**
 * A loader's answer: one table as CSV, as at the day asked for, with a line in the access log.
 * @param words what the table is, for whoever reads there who looked
 */
export function serveTable(
  args: LoaderFunctionArgs,
  who: SignedIn,
  words: string,
  tableOf: (asked: Asked) => Table,
): Response {
  const { schoolId } = who;
  const { asAt: date } = readExport(args, who);
  const size = sizeAsAt(args.context.attune.db, schoolId, date);
  const table = tableOf({ schoolId, date, size });
  noteWholeRecord(args, who, `downloaded ${words}`, date);
  const progress = noProgress();
  const rows = countedRows(table.rows, progress, table.name);
  const pieces = Readable.from(bytesOf({ ...table, rows }), noneAhead);
  const name = `${table.name}-${date}.csv`;
  return download(args, pieces, { type: 'text/csv; charset=utf-8', name, progress });
}

function* bytesOf(table: Table): Generator<Buffer> {
  for (const piece of tableCsv(table)) yield Buffer.from(piece, 'utf8');
}
