import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { askedLines } from '~/pages/evidence/record-filter.server';
import { sizeAsAt } from '~/record/as-at.server';
import { exportCsv, exportWorkbook, exportZip } from '~/record/export/export.server';
import { completionKinds } from '~/record/line-filter.server';
import { linesAsAt } from '~/record/rows.server';
import { loadRecordKey } from '~/record/signing-key.server';
import { readZip } from '~/record/verify/read-zip';
import { verifyExport } from '~/record/verify/verify-export';
import type { Db } from '~db/client.server';
import { makeTestDb } from '../fixtures/test-db';
import { modules } from './recount/random-life';
import { liveSchool, lives } from './recount/random-school';

const school = 'willow';
const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const choices = fc.record({
  roleGroup: maybe('teacher', 'midday'),
  team: maybe('Year 1', 'Kitchen', 'In no team'),
  module: maybe(...modules),
  status: maybe('current', 'due', 'withdrawn', 'in progress'),
  staff: maybe('then', 'new'),
  contract: maybe('permanent', 'agency'),
  among: maybe('Year 2'),
  completed: maybe(...completionKinds),
  month: maybe('2024-11', '2025-03'),
  after: maybe('2025-01-31'),
  role: maybe('teacher'),
  of: maybe(...modules),
  newest: maybe('1', '2'),
});
type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never;

type Rows = unknown[][];
const idsOf = ([head = [], ...rows]: Rows) =>
  rows.map((row) => String(row[head.indexOf('record_id')]));
const csvRows = (file: Uint8Array) => parse(Buffer.from(file), { bom: true }) as string[][];

/** Which rows each format holds, and which the page shows, for the same choice. */
async function rowsOf(db: Db, asAt: string, choice: Choice) {
  const size = sizeAsAt(db, school, asAt);
  const attune = { db, recordKey: loadRecordKey(dir), now: () => new Date(`${asAt}T20:00:00Z`) };
  const query = new URLSearchParams(
    Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const { roleGroup, team, module } = choice;
  const { lines, later } = askedLines(query, { roleGroup, team, module }, asAt);
  const asked = { asAt, names: true, filter: lines };
  const page = linesAsAt(db, school, size, lines).map(({ recordId }) => recordId);
  const csv = idsOf(csvRows(await buffer(exportCsv(attune, school, asked))));
  const book = await buffer(exportWorkbook(attune, school, asked, () => []));
  const sheet = idsOf(await readSheet(book, 'training-record'));
  const files = readZip(await buffer(exportZip(attune, school, { ...asked, filter: later })));
  verifyExport(files, {});
  return {
    ...{ page, csv, sheet },
    ofProof: linesAsAt(db, school, size, later).map(({ recordId }) => recordId),
    zip: idsOf(csvRows(files.get('training-record.csv') ?? new Uint8Array())),
  };
}

const dir = mkdtempSync(path.join(tmpdir(), 'attune-one-filter-'));

test('the same choice gives the same rows, in the same order, on the page and in each format', async () => {
  await fc.assert(
    fc.asyncProperty(
      lives,
      fc.array(choices, { minLength: 16, maxLength: 16 }),
      fc.nat({ max: 99 }),
      async (life, some, at) => {
        const db = makeTestDb();
        const days = liveSchool(db, life);
        const asAt = days[Math.floor((at * days.length) / 100)] ?? '';
        // Everything first, and then each choice by itself: of many at once little is left.
        const alone = some.map((choice, n) => {
          const name = Object.keys(choice)[n % 13] as keyof Choice;
          return n === 0 ? {} : n < 14 ? { [name]: choice[name] } : choice;
        });
        for (const choice of alone) {
          const { page, csv, sheet, ofProof, zip } = await rowsOf(db, asAt, choice as Choice);
          expect(csv).toEqual(page);
          expect(sheet).toEqual(page);
          expect(zip).toEqual(ofProof);
        }
        db.$client.close();
      },
    ),
    { seed: 20_261_122, numRuns: 5, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
  );
});
