import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { coverageTable } from '~/pages/evidence/coverage-table.server';
import { summaryAsAt } from '~/pages/evidence/summary.server';
import { sizeAsAt } from '~/record/as-at.server';
import { coverageAsAt } from '~/record/coverage.server';
import { exportCsv, exportWorkbook } from '~/record/export/export.server';
import { addDays } from '~/record/london-date';
import { linesAsAt } from '~/record/rows.server';
import type { Db } from '~db/client.server';
import { makeTestDb } from '../../fixtures/test-db';
import { modules } from './random-life';
import { lives, living, type Steps } from './random-school';
import { attuneOn } from './recounted-house';

const school = 'willow';

/** Everything that is said of a day, on the page, in each format and in the summary. */
async function answer(db: Db, date: string, today: string) {
  const attune = attuneOn(db, today);
  const size = sizeAsAt(db, school, date);
  const began = '2024-09-01';
  const choice = { asAt: date, filter: {}, names: true };
  const asked = { schoolId: school, schoolName: 'Willow Primary', date, size, began };
  const { sections, annexes } = await summaryAsAt(attune, { ...asked, register: true });
  const beside = (snapshot: Db) => [
    coverageTable({ ...attune, db: snapshot }, school, { date, size }),
  ];
  const book = await buffer(exportWorkbook(attune, school, choice, beside));
  return {
    ...{ sections, annexes },
    page: coverageAsAt(db, school, { date, size, began, module: null, order: modules }),
    lines: linesAsAt(db, school, size),
    csv: (await buffer(exportCsv({ db }, school, choice))).toString('utf8'),
    sheet: await readSheet(book, 'training-record'),
    coverage: await readSheet(book, 'coverage-summary'),
  };
}

// What erasure takes from past answers is tried in app/record/as-at.test.ts.
const withoutErasure = lives.map((steps) => steps.filter(({ act }) => act !== 'erase'));
const lastDay = (steps: Steps) =>
  addDays(
    '2024-09-02',
    steps.reduce((sum, { days }) => sum + days, 0),
  );

test('what is recorded after a day changes nothing that is said of it, on the page, in CSV and XLSX or in the summary', async () => {
  await fc.assert(
    fc.asyncProperty(withoutErasure, fc.nat({ max: 99 }), async (steps, at) => {
      const db = makeTestDb();
      const today = lastDay(steps);
      const life = living(db, steps);
      let day = '';
      for (let n = 0; n <= (at * steps.length) / 100; n += 1) day = life.next().value || day;
      const then = await answer(db, day, today);
      life.next('later');
      while (!life.next().done);
      expect(await answer(db, day, today)).toEqual(then);
      db.$client.close();
    }),
    { seed: 20_261_122, numRuns: 12 },
  );
});
