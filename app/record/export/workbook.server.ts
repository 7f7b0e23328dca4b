import { PassThrough, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { Cell, Column, Table } from './table';

const rowsAtOnce = 200;
const widths = { text: 24, date: 12, number: 10 } as const;
/** Titles and names want more room than codes. */
const widest = 40;

/**
 * One XLSX workbook, a sheet for each table: headers that stay in view, a filter on each column, real dates and numbers.
 * Texts are stored as texts, so that a formula among them does nothing. Given up half-way, it closes once no row is read
 * any more, so that whatever the rows come from can be closed then.
 */
export function workbook(tables: readonly Table[], now: Date): Readable {
  const gone = new AbortController();
  const out: PassThrough = new PassThrough({
    destroy(error, done) {
      gone.abort();
      reading.then(() => done(error));
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  book.creator = 'Attune';
  book.created = now;
  const written = writeRows(book, tables, out, gone.signal);
  const reading = written.catch(() => undefined);
  written
    .then(() => (gone.signal.aborted ? undefined : book.commit()))
    .catch((error) => out.destroy(error));
  return out;
}

async function writeRows(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  tables: readonly Table[],
  out: PassThrough,
  gone: AbortSignal,
): Promise<void> {
  for (const { name, columns, rows } of tables) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((column) => ({
      header: column.name,
      width: Math.min(widest, Math.max(widths[column.kind], column.name.length + 4)),
      ...(column.kind === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
    }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    sheet.getRow(1).font = { bold: true };
    let n = 0;
    for (const row of rows) {
      sheet.addRow(row.map((cell, i) => stored(cell, columns[i]))).commit();
      n += 1;
      // Others are served between, and whoever reads slowly is waited for.
      if (n % rowsAtOnce === 0) await room(out, gone);
      if (gone.aborted) return;
    }
    sheet.commit();
  }
}

function stored(cell: Cell, column: Column | undefined): string | number | Date | null {
  if (cell === null || cell === '') return null;
  return column?.kind === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;
}

async function room(out: PassThrough, gone: AbortSignal): Promise<void> {
  await setImmediate();
  if (!out.writableNeedDrain || gone.aborted) return;
  await new Promise<void>((resolve) => {
    out.once('drain', resolve);
    gone.addEventListener('abort', () => resolve(), { once: true });
  });
}
