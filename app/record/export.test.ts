import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { migrateDb, openDb } from '~db/client.server';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { exampleRecord } from './example-record';
import { csvCells, csvColumns, newestFormat } from './export/csv-cells';
import { exportCsv, exportWorkbook, exportZip } from './export/export.server';
import type { ExportChoice } from './export/export-choice';
import { linesAsAt } from './rows.server';
import { loadRecordKey } from './signing-key.server';

const dir = mkdtempSync(path.join(tmpdir(), 'attune-export-'));
afterAll(() => rmSync(dir, { recursive: true }));
const choice: ExportChoice = { asAt: '2026-01-31', filter: {}, names: true };

type Db = ReturnType<typeof makeTestDb>;
// Not stream/consumers' text(), which drops a byte order mark.
const csv = async (db: Db, of: Partial<ExportChoice> = {}) =>
  (await buffer(exportCsv({ db }, 'willow', { ...choice, ...of }))).toString('utf8');
const rowsOf = async (db: Db, of: Partial<ExportChoice> = {}) =>
  parse(await csv(db, of), { bom: true, columns: true }) as Record<string, string>[];

function lived(name = 'Jo') {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo', { name, teams: ['Year 4', 'Kitchen'] });
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-19');
  record.starts('2025-09-12', 'e1', 'jo');
  const completion = record.completes('2025-09-20', 'e1', 'jo');
  record.assigns('2026-02-10', 'a2', 'jo', '2026-03-31', 'other');
  return { db, record, completion };
}

test('the CSV is UTF-8 with a byte order mark, and its cells are what is on the record', async () => {
  const { db, completion } = lived('Zoë “Jo”, Ó');
  const content = await csv(db);
  expect(content.startsWith('\uFEFFschool_urn,academic_year,staff_ref,name,')).toBe(true);
  expect(content.endsWith('\r\n')).toBe(true);
  expect(content.split('\r\n')[0]?.slice(1)).toBe(csvColumns(newestFormat).join(','));
  expect(await rowsOf(db)).toEqual([
    {
      school_urn: '100001',
      academic_year: '2025-26',
      staff_ref: 'jo',
      name: 'Zoë “Jo”, Ó',
      role_group: 'teaching assistant',
      teams: 'Year 4; Kitchen',
      contract: 'permanent',
      start_date: '2025-09-01',
      leave_date: '',
      module_id: 'patterns',
      module_title: 'About patterns',
      content_version: '1',
      content_hash: 'c0ffee',
      cpd_type: 'e-learning',
      provider: '',
      assigned_on: '2025-09-10',
      due_on: '2025-12-19',
      started_on: '2025-09-12',
      completed_on: '2025-09-20',
      standard_met: 'Y',
      published_minutes: '30',
      status: 'current',
      happened_on: '2025-09-20',
      recorded_on: '2025-09-20',
      recorded_by_role: 'staff',
      record_id: completion,
    },
  ]);
});

test('as at a day has the lines of that day, and what is under way says no more than N', async () => {
  const { db } = lived();
  const status = async (asAt: string) =>
    (await rowsOf(db, { asAt })).map((row) => [row.status, row.standard_met]);
  expect(await status('2025-09-09')).toEqual([]);
  expect(await status('2025-09-10')).toEqual([['due', 'N']]);
  expect(await status('2025-09-19')).toEqual([['in progress', 'N']]);
  expect(await status('2025-09-20')).toEqual([['current', 'Y']]);
  expect((await status('2026-02-10')).sort()).toEqual([
    ['current', 'Y'],
    ['due', 'N'],
  ]);
});

test('of a withdrawn completion standard_met says nothing on the days on which it does not stand', async () => {
  const { db, record, completion } = lived();
  const about = { person: 'jo', module: 'patterns' };
  record.add('2026-03-01', 'withdrawn', completion, { reason: 'recorded in error' }, about);
  const back = { reason: 'withdrawn in error', enrolment: 'e1', over: null } as const;
  record.add('2026-03-05', 'put back', completion, { ...back, certificate: 'valid' }, about);
  const ofE1 = async (asAt: string) => {
    const row = (await rowsOf(db, { asAt })).find(({ completed_on }) => completed_on !== '');
    return [row?.status, row?.standard_met, row?.academic_year, row?.recorded_on];
  };
  expect(await ofE1('2026-02-28')).toEqual(['current', 'Y', '2025-26', '2025-09-20']);
  expect(await ofE1('2026-03-01')).toEqual(['withdrawn', '', '2025-26', '2026-03-01']);
  expect(await ofE1('2026-03-05')).toEqual(['current', 'Y', '2025-26', '2026-03-05']);
  const line = linesAsAt(db, 'willow', sizeAsAt(db, 'willow', '2026-03-01')).find(
    ({ status }) => status === 'withdrawn',
  );
  if (!line) throw new Error('It is withdrawn that day');
  const met = csvColumns('Attune training record, 2').indexOf('standard_met');
  expect(csvCells(line, null, true, 'Attune training record, 2')[met]).toBe('Y');
});

test('a cell that a spreadsheet would take for a formula does not begin like one', async () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝']) {
    const { db } = lived(`${start}HYPERLINK("x")`);
    expect((await rowsOf(db))[0]?.name).toBe(`'${start}HYPERLINK("x")`);
  }
});

test('any name comes out of the CSV as it went in, but for the mark before a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, unit: 'binary' }), async (name) => {
      const { db } = lived(name);
      const read = (await rowsOf(db))[0]?.name;
      expect(read === name || read === `'${name}`).toBe(true);
      db.$client.close();
    }),
    { numRuns: 25 },
  );
});

test('names are left out when they are not asked for', async () => {
  const { db } = lived('Jo Bloggs');
  expect(await csv(db, { names: false })).not.toContain('Bloggs');
  expect((await rowsOf(db, { names: false }))[0]?.name).toBe('');
});

/** A database file with 7,500 people × 12 modules, straight into the projections: only reading is tried here. */
function bigSchool(): Db {
  const file = path.join(dir, 'big.db');
  const db = openDb(file);
  migrateDb(db);
  db.$client.pragma('synchronous = OFF');
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'one');
  record.starts('2025-09-02', 'e1', 'one');
  const columns = (table: string) =>
    db.$client.pragma(`table_info(${table})`) as { name: string }[];
  const copied = (table: string, changed: Record<string, string>) =>
    columns(table)
      .map(({ name }) => changed[name] ?? name)
      .join(', ');
  const numbers = (n: number) =>
    `(with recursive x(i) as (select 0 union all select i + 1 from x where i < ${n - 1}) select i from x)`;
  const staff = copied('staff_row', { person_id: "'p' || i", name: "'Person ' || i" });
  db.$client.exec(`insert into staff_row select ${staff} from staff_row, ${numbers(7500)}`);
  const lines = copied('training_row', {
    ...{ row_id: "'line' || i", person_id: "'p' || (i % 7500)", module: "'m' || (i / 7500)" },
    record_id: "'r' || i",
  });
  db.$client.exec(`insert into training_row select ${lines} from training_row, ${numbers(90_000)}`);
  db.$client.exec("delete from training_row where row_id = 'e1' and person_id = 'one'");
  return db;
}

test('ninety thousand lines stream with flat memory, while others write, and a download given up lets go', async () => {
  const db = bigSchool();
  const before = process.memoryUsage().rss;
  let most = 0;
  let lines = 0;
  const stream = exportCsv({ db }, 'willow', { ...choice, asAt: '2026-12-31' });
  for await (const piece of stream) {
    for (const byte of piece as Buffer) if (byte === 10) lines += 1;
    most = Math.max(most, process.memoryUsage().rss);
    if (lines % 10_000 < 200) {
      db.$client.prepare("update school set name = 'Written meanwhile'").run();
    }
  }
  expect(lines).toBe(90_001);
  expect(most - before).toBeLessThan(120 * 1024 * 1024);

  const key = loadRecordKey(dir);
  const attune = { db, recordKey: key, now: () => new Date('2026-04-01') };
  const given: Readable[] = [
    exportCsv(attune, 'willow', { ...choice, asAt: '2026-12-31' }),
    exportZip(attune, 'willow', { ...choice, asAt: '2026-12-31' }),
  ];
  for (const download of given) {
    for await (const piece of download) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(download.destroyed).toBe(true);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  // Nobody reads any more: the write-ahead log can be emptied, which an open snapshot would prevent.
  const [checkpoint] = db.$client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  expect(checkpoint?.busy).toBe(0);
  expect(statSync(`${path.join(dir, 'big.db')}-wal`).size).toBe(0);
  db.$client.close();
  writeFileSync(path.join(dir, 'big.db'), '');
}, 120_000);

test('the head of every file leaves before a row is looked for, and a fault among the rows is told as one', async () => {
  const { db } = lived();
  db.$client.pragma('foreign_keys = OFF');
  db.$client.exec('drop table training_row');
  const attune = { db, recordKey: loadRecordKey(dir), now: () => new Date('2026-04-01') };
  for (const download of [
    exportCsv(attune, 'willow', choice),
    exportZip(attune, 'willow', choice),
  ]) {
    let came = 0;
    const taken = (async () => {
      for await (const piece of download) came += piece.length;
    })();
    await expect(taken).rejects.toThrow('training_row');
    expect(came).toBeGreaterThan(0);
  }
});

test('the workbook has the same lines as the CSV, cell for cell, with the other tables beside it', async () => {
  const { db } = lived('=Zoë');
  const beside = [
    { name: 'beside', columns: [{ name: 'a', kind: 'number' as const }], rows: [[1]] },
  ];
  const stream = exportWorkbook({ db, now: () => new Date(0) }, 'willow', choice, () => beside);
  const file = await buffer(stream);
  const [head = [], ...lines] = await readSheet(file, 'training-record');
  const asText = (cell: unknown) =>
    cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
  const read = lines.map((line) =>
    Object.fromEntries(line.map((cell, i) => [String(head[i]), asText(cell)])),
  );
  const inCsv = (await rowsOf(db)).map((row) => ({ ...row, name: row.name?.replace(/^'/, '') }));
  expect(read).toEqual(inCsv);
  expect(await readSheet(file, 'beside')).toEqual([['a'], [1]]);
});
