import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPractices } from '~/course/practices.server';
import { coverageTable } from '~/pages/evidence/coverage-table.server';
import { summaryAsAt } from '~/pages/evidence/summary.server';
import { summaryPaper } from '~/pages/evidence/summary-paper.server';
import { sizeAsAt } from '~/record/as-at.server';
import { coverageAsAt } from '~/record/coverage.server';
import { tableCsv } from '~/record/export/table-csv';
import { laterEntries } from '~/record/later-entries.server';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import { goodContent } from '../../fixtures/content/copy-content';
import { makeTestDb } from '../../fixtures/test-db';
import { coverageCells, coverageFigures } from './coverage-figures';
import { enteredLater } from './entered-later';
import { overview, sessionsHeld } from './overview';
import { modules } from './random-life';
import { liveSchool, lives } from './random-school';
import { rawEvents, until } from './raw-events';
import { attuneOn, covering } from './recounted-house';
import { figuresIn, missing, pageText, paperText } from './said-text';
import { summaryPieces } from './summary-pieces';
import { understoodBy } from './told-rows';

const school = 'willow';

/** Seeded, so that a failure can be tried again; another seed, or more runs, tries other schools. */
const run = {
  seed: Number(process.env.RECOUNT_SEED ?? 20_261_122),
  numRuns: Number(process.env.RECOUNT_RUNS ?? 30),
};
const questions = fc.record({
  life: lives,
  /** Which of the days on which anything happened. */
  at: fc.nat({ max: 1000 }),
  teams: fc.subarray(['Year 1', 'Year 2', 'Kitchen']),
  module: fc.constantFrom(...modules),
});
type Question = typeof questions extends fc.Arbitrary<infer T> ? T : never;

function ask({ life, at }: Question) {
  const db = makeTestDb();
  const days = liveSchool(db, life);
  const today = days.at(-1) ?? '';
  // The newest day as often as all the others together.
  const date = (at % 2 ? days[Math.floor(at / 2) % days.length] : today) ?? today;
  const size = sizeAsAt(db, school, date);
  const began = days[0] ?? '';
  return { db, today, date, size, began, events: rawEvents(db, school) };
}

const sorted = <T extends { on: string; personId: string }>(list: T[]) =>
  [...list].sort((a, b) => `${a.on} ${a.personId}`.localeCompare(`${b.on} ${b.personId}`));

test('every figure of the overview is what a count of the raw events gives', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { db, date, size, began, events } = ask(question);
      const { teams, module } = question;
      const told = coverageAsAt(db, school, {
        ...{ date, size, began, module, order: modules, teams },
      });
      const counted = overview(events, { date, teams, order: modules, module });
      const { comings } = told;
      expect({
        ...told,
        comings: { ...comings, joined: sorted(comings.joined), left: sorted(comings.left) },
      }).toEqual(counted);
      const sessions = sessionsAsAt(db, school, size).map(({ cpdType: _, ...one }) => one);
      expect(sessions).toEqual(sessionsHeld(until(events, date)));
      const { total } = laterEntries(db, school, { date, size, limit: 1 });
      expect(total).toBe(enteredLater(events, date));
      db.$client.close();
    }),
    run,
  );
});

test('every figure of coverage-summary.csv is what a count of the raw events gives', () => {
  const band = { 0: '0 to 20', 20: '20 to 40', 40: '40 to 60', 60: '60 to 80', 80: '80 to 100' };
  fc.assert(
    fc.property(questions, (question) => {
      const { db, date, size, today, events } = ask(question);
      const table = coverageTable(attuneOn(db, today), school, { date, size });
      const [, ...rows] = parse([...tableCsv(table)].join(''), { bom: true }) as string[][];
      const shares = understoodBy(db, school, date, today).map((one) => one && band[one.fifth]);
      expect(rows).toEqual(coverageCells(coverageFigures(events, date, covering), shares));
      db.$client.close();
    }),
    run,
  );
});

test('every figure of the summary, on the page and in the PDF, is what a count of the raw events and rows gives', async () => {
  const { lists } = await readPractices(goodContent);
  if (!lists) throw new Error('The good content has its lists');
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { db, date, size, began, today, events } = ask(question);
      const attune = attuneOn(db, today);
      const asked = { schoolId: school, schoolName: 'Willow Primary', date, size, began };
      const summary = await summaryAsAt(attune, { ...asked, register: true });
      const { sections, annexes } = summary;
      const expected = summaryPieces(db, events, { school, date, today, order: modules, lists });
      const pieces = [...expected.sections, ...expected.annexes];
      expect(sections.length + annexes.length).toBe(pieces.length);

      const titles = [...sections, { title: 'For checking this later' }, ...annexes];
      const paper = await paperText(
        new Uint8Array(await buffer(summaryPaper(summary, attune.now()))),
        titles.map(({ title }) => title),
      );
      const onPaper = paper.texts.filter((_, n) => n !== sections.length);
      for (const texts of [pageText([...sections, ...annexes]), onPaper]) {
        for (const [n, of] of pieces.entries()) {
          const text = texts[n] ?? '';
          expect(missing(text, of), text).toBeNull();
          expect(figuresIn(text)).toEqual(figuresIn(of.join(' ')));
        }
      }
      db.$client.close();
    }),
    { ...run, numRuns: Math.ceil(run.numRuns / 3) },
  );
});
