import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { closed, encoded } from './pieces';
import type { Table } from './table';
import { partsBefore, sheetName, sheetXml, workbookXml } from './workbook-parts';

/**
 * One XLSX workbook, a sheet for each table. Nothing is made ahead of whoever reads it. Given up half-way, it closes once no
 * row is read any more, so that whatever the rows come from can be closed then.
 */
export function workbook(tables: readonly Table[], now: Date): Readable {
  const sources: Readable[] = [];
  const out = new PassThrough({
    destroy(error, done) {
      Promise.all(sources.map(closed)).then(() => done(error));
    },
  });
  const zip = new ZipFile();
  const add = (name: string, make: () => Iterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: now }, (give) => {
      const stream = Readable.from(encoded(make()), { objectMode: false });
      sources.push(stream);
      // yazl pipes, and a pipe passes no error on.
      stream.on('error', (error) => out.destroy(error));
      give(null, stream);
    });
  for (const [name, part] of Object.entries(partsBefore(tables.length, now))) {
    add(name, () => [part]);
  }
  const lastCells: string[] = [];
  for (const [n, table] of tables.entries()) {
    add(sheetName(n + 1), () => sheetXml(table, (cell) => lastCells.push(cell)));
  }
  add('xl/workbook.xml', () => [workbookXml(tables, lastCells)]);
  zip.end();
  zip.outputStream.pipe(out);
  return out;
}
