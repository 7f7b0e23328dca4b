import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPractices } from '~/course/practices.server';
import { coverageTable } from '~/pages/evidence/coverage-table.server';
import { summaryAsAt } from '~/pages/evidence/summary.server';
import { summaryPaper } from '~/pages/evidence/summary-paper.server';
import type { Summary } from '~/pages/evidence/summary-sections';
import { sizeAsAt } from '~/record/as-at.server';
import { coverageAsAt } from '~/record/coverage.server';
import { tableCsv } from '~/record/export/table-csv';
import { laterEntries } from '~/record/later-entries.server';
import { addDays } from '~/record/london-date';
import { linesAsAt } from '~/record/rows.server';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import { goodContent } from '../../fixtures/content/copy-content';
import { makeTestDb } from '../../fixtures/test-db';
import { coverageCells, coverageFigures } from './coverage-figures';
import { enteredLater } from './entered-later';
import { lineStates } from './line-states';
import { overview, sessionsHeld } from './overview';
import { modules } from './random-life';
import { liveSchool, lives } from './random-school';
import { type RawEvent, rawEvents, until } from './raw-events';
import { attuneOn, covering } from './recounted-house';
import { figuresIn, missing, pageText, paperText } from './said-text';
import { summaryPieces } from './summary-pieces';
import { understoodBy } from './told-rows';

const school = 'willow';

/** Seeded, so that a failure can be tried again; another seed, or more runs, tries other schools. */
const run = {
  seed: Number(process.env.RECOUNT_SEED ?? 20_261_122),
  numRuns: Number(process.env.RECOUNT_RUNS ?? 12),
  // To make a school smaller can take longer than a test may: what fails is said first.
  interruptAfterTimeLimit: 45_000,
  markInterruptAsFailure: true,
};
const questions = fc.record({
  life: lives,
  /** Which of the days on which anything happened, of a thousand. */
  at: fc.uniqueArray(fc.nat({ max: 999 }), { minLength: 15, maxLength: 15 }),
  teams: fc.subarray(['Year 1', 'Year 2', 'Kitchen']),
  module: fc.constantFrom(...modules),
});
type Question = typeof questions extends fc.Arbitrary<infer T> ? T : never;

/** Days on which something changes of itself: what is due falls due, a new starter is none any more. */
function edges(events: readonly RawEvent[]): string[] {
  return events.flatMap(({ data: { dueOn, startDate, leaveDate } }) => [
    ...[dueOn, leaveDate].flatMap((day) => (typeof day === 'string' ? [day] : [])),
    ...(typeof startDate === 'string' ? [89, 90].map((days) => addDays(startDate, days)) : []),
  ]);
}

/** A school that has lived, with the days asked about: its last, some on which anything happened, and some edges. */
function ask({ life, at }: Question) {
  const db = makeTestDb();
  const days = liveSchool(db, life);
  const [began = '', today = ''] = [days[0], days.at(-1)];
  const events = rawEvents(db, school);
  const some = edges(events).filter((day) => day >= began && day <= today);
  const asked = at.flatMap((n, place) => {
    const from = place % 2 ? some : days;
    return from[Math.floor((n * from.length) / 1000)] ?? [];
  });
  return { db, today, dates: [...new Set([today, ...asked])], began, events };
}

const sorted = <T extends { on: string; personId: string }>(list: T[]) =>
  [...list].sort((a, b) => `${a.on} ${a.personId}`.localeCompare(`${b.on} ${b.personId}`));

test('every figure of the overview, and where everybody stands, is what a count of the raw events gives', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { db, dates, began, events } = ask(question);
      const { teams, module } = question;
      for (const date of dates) {
        const size = sizeAsAt(db, school, date);
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
        const lines = linesAsAt(db, school, size).filter((line) => line.session === null);
        const stand = lines.map(
          ({ personId, module: about, status, dueOn, completedOn, version }) =>
            [personId, about, status, dueOn ?? '-', completedOn ?? '-', version ?? '-'].join(' '),
        );
        expect(stand.sort()).toEqual(lineStates(until(events, date)));
        const { total } = laterEntries(db, school, { date, size, limit: 1 });
        expect(total).toBe(enteredLater(events, date));
      }
      db.$client.close();
    }),
    run,
  );
});

test('every figure of coverage-summary.csv is what a count of the raw events gives', () => {
  const band = { 0: '0 to 20', 20: '20 to 40', 40: '40 to 60', 60: '60 to 80', 80: '80 to 100' };
  fc.assert(
    fc.property(questions, (question) => {
      const { db, dates, today, events } = ask(question);
      for (const date of dates) {
        const size = sizeAsAt(db, school, date);
        const table = coverageTable(attuneOn(db, today), school, { date, size });
        const [, ...rows] = parse([...tableCsv(table)].join(''), { bom: true }) as string[][];
        const shares = understoodBy(db, school, date, today).map((one) =>
          one?.fifth == null ? null : band[one.fifth],
        );
        expect(rows).toEqual(coverageCells(coverageFigures(events, date, covering), shares));
      }
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
      const { db, dates, began, today, events } = ask(question);
      const attune = attuneOn(db, today);
      for (const [n, date] of dates.slice(0, 4).entries()) {
        const asked = { schoolId: school, schoolName: 'Willow Primary', date, began };
        const size = sizeAsAt(db, school, date);
        const summary = await summaryAsAt(attune, { ...asked, size, register: true });
        expect(summary.later).toBe(date === today ? 0 : enteredLater(events, date));
        const pieces = summaryPieces(db, events, { school, date, today, order: modules, lists });
        expectSaid(pageText([...summary.sections, ...summary.annexes]), pieces);
        // To draw and to read a PDF takes long; it is made of the same blocks.
        if (n < 2) expectSaid(await onPaper(summary, attune.now()), pieces);
      }
      db.$client.close();
    }),
    { ...run, numRuns: Math.ceil(run.numRuns / 2), interruptAfterTimeLimit: 150_000 },
  );
}, 180_000);

async function onPaper(summary: Summary, now: Date): Promise<string[]> {
  const { sections, annexes } = summary;
  const titles = [...sections, { title: 'For checking this later' }, ...annexes];
  const pdf = new Uint8Array(await buffer(summaryPaper(summary, now)));
  const { texts, pages } = await paperText(
    pdf,
    titles.map(({ title }) => title),
  );
  expect(pages.findIndex((page) => page.includes('Annex A.'))).toBeLessThanOrEqual(3);
  return texts.filter((_, n) => n !== sections.length);
}

function expectSaid(texts: readonly string[], pieces: ReturnType<typeof summaryPieces>): void {
  const all = [...pieces.sections, ...pieces.annexes];
  expect(texts).toHaveLength(all.length);
  for (const [n, of] of all.entries()) {
    const text = texts[n] ?? '';
    expect(missing(text, of), text).toBeNull();
    expect(figuresIn(text)).toEqual(figuresIn(of.join(' ')));
  }
}
