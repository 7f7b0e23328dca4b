import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { migrateDb, openDb } from '~db/client.server';
import { exampleRecord } from '../example-record';
import { loadRecordKey } from '../signing-key.server';
import { exportCsv, exportWorkbook, exportZip } from './export.server';
import type { ExportChoice } from './export-choice';
import { noProgress } from './progress';
import { workbook } from './workbook.server';

const dir = mkdtempSync(path.join(tmpdir(), 'attune-given-up-'));
afterAll(() => rmSync(dir, { recursive: true }));
const choice: ExportChoice = { asAt: '2026-12-31', filter: {}, names: true };

/** Enough people that no format is done before anybody reads it. */
function school() {
  const db = openDb(path.join(dir, 'school.db'));
  migrateDb(db);
  db.$client.pragma('synchronous = OFF');
  const record = exampleRecord(db);
  for (let n = 0; n < 1500; n += 1) {
    record.joins('2025-09-01', `p${n}`);
    for (const module of ['a', 'b', 'c'])
      record.starts('2025-09-02', `e${n}${module}`, `p${n}`, module);
  }
  return db;
}

test('a download of any format that is given up lets go of the database', async () => {
  const db = school();
  const attune = { db, recordKey: loadRecordKey(dir), now: () => new Date('2026-04-01') };
  const rows = function* () {
    for (let n = 0; n < 100_000; n += 1) yield [`row ${n}`];
  };
  const beside = () => [
    {
      name: 'beside.xlsx',
      open: () =>
        workbook(
          [{ name: 'a', columns: [{ name: 'a', kind: 'text' }], rows: rows() }],
          new Date(0),
        ),
    },
  ];
  const progress = noProgress();
  const downloads: Record<string, () => Readable> = {
    csv: () => exportCsv(attune, 'willow', choice, progress),
    xlsx: () => exportWorkbook(attune, 'willow', choice, () => []),
    zip: () => exportZip(attune, 'willow', choice),
    everything: () => exportZip(attune, 'willow', choice, { beside }),
  };
  for (const [format, begin] of Object.entries(downloads)) {
    for (const pieces of [0, 1, 3]) {
      const stream = begin();
      let n = 0;
      const closed = new Promise((resolve) => stream.once('close', resolve));
      if (pieces > 0) {
        for await (const _ of stream) {
          n += 1;
          if (n === pieces) break;
        }
      }
      stream.destroy();
      await closed;
      await new Promise((resolve) => setTimeout(resolve, 20));
      // An open snapshot would keep the write-ahead log from being emptied.
      db.$client.prepare("update school set name = 'Written since'").run();
      const [checkpoint] = db.$client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      expect(checkpoint?.busy, `${format} after ${pieces} pieces`).toBe(0);
    }
  }
  expect(progress).toMatchObject({ file: 'training-record', of: 4500 });
  expect(progress.rows).toBeLessThan(4500);
  db.$client.close();
});
