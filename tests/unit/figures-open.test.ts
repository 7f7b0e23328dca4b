import fc from 'fast-check';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { Attune } from '~/context.server';
import { CoverageShown } from '~/pages/evidence/coverage-shown';
import { designatedTeacherAsAt, guidance } from '~/pages/evidence/designated-teacher.server';
import { peopleBehind } from '~/pages/evidence/links';
import { type Counted, peopleCounted } from '~/pages/evidence/people-counted.server';
import { readStandings, whoStand } from '~/pages/evidence/people-standing';
import { askedLines } from '~/pages/evidence/record-filter.server';
import { summaryAsAt } from '~/pages/evidence/summary.server';
import { SummarySections } from '~/pages/evidence/summary-block';
import { totalsAlone } from '~/pages/evidence/summary-totals';
import { sizeAsAt } from '~/record/as-at.server';
import { coverageAsAt } from '~/record/coverage.server';
import { laterEntries } from '~/record/later-entries.server';
import { linesAsAt } from '~/record/rows.server';
import { sessionsAsAt, sessionsOfOthers } from '~/record/sessions-attended.server';
import type { Standing } from '~/record/standing';
import { monthsBack, recentMonths } from '~/record/whole-months';
import { markup } from '~/ui/markup-for-test';
import { makeTestDb } from '../fixtures/test-db';
import { modules } from './recount/random-life';
import { liveSchool, lives } from './recount/random-school';
import { attuneOn } from './recount/recounted-house';

const school = 'willow';

interface Opened {
  words: string;
  href: string;
}

/** Every figure of a page that leads to lines or people. */
function figuresOn(html: string): Opened[] {
  const anchors = html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs);
  return [...anchors].flatMap(([, href = '', inner = '']) =>
    /^\/evidence\/(record|people)\?/.test(href) && /^(\d|version|nobody)/.test(plain(inner))
      ? [{ href: href.replaceAll('&amp;', '&'), words: plain(inner) }]
      : [],
  );
}

const plain = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<span class="visually-hidden">.*?<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .trim();

const asked = (href: string) => {
  const query = new URL(href, 'http://attune.test').searchParams;
  const part = (name: string) => query.get(name) ?? undefined;
  const date = query.get('asAt') ?? '';
  const filter = { roleGroup: part('roleGroup'), team: part('team'), module: part('module') };
  return { query, date, ...askedLines(query, filter, date) };
};

function peopleAt(attune: Attune, href: string) {
  const { date, chosen, lines } = asked(href);
  const size = sizeAsAt(attune.db, school, date);
  const about = chosen.module ? [chosen.module] : chosen.of;
  return peopleCounted(attune, { schoolId: school, date, size, staff: lines, modules: about });
}

/** How many there are behind a figure, in the order in which it says them. */
function behindIt(attune: Attune, { words, href }: Opened): number[] {
  const [n = 0, of] = numbersIn(words);
  if (href.startsWith('/evidence/people')) {
    const people = peopleAt(attune, href);
    const trained = whoStand(people, ['trained']).length;
    if (words.startsWith('nobody')) return trained === 0 ? [] : [trained];
    const { standing } = readStandings(asked(href).query);
    if (standing.length > 0) return haveNot(people, standing, of);
    // Whoever has not is among others only where nobody has.
    return of === undefined ? [n === 0 ? trained : people.length] : [trained, people.length];
  }
  const { query, date, lines } = asked(href);
  const rows = linesAsAt(attune.db, school, sizeAsAt(attune.db, school, date), lines);
  const distinct = (of: (row: (typeof rows)[number]) => unknown) => new Set(rows.map(of)).size;
  const people = distinct(({ personId }) => personId);
  if (/of the last \d+ months?$/.test(words)) {
    return [distinct(({ completedOn }) => completedOn?.slice(0, 7)), of ?? Number.NaN];
  }
  if (query.has('newest')) return [n, people];
  if (/^\d+ of \d+/.test(words)) {
    const whose = Object.fromEntries(
      [...query.keys()].map((name) => {
        const values = query.getAll(name);
        return [name, values.length === 1 ? values[0] : values];
      }),
    );
    return [people, peopleAt(attune, peopleBehind(whose)).length];
  }
  if (query.has('content') || query.has('after')) return [people];
  // Of several modules together, each person and module is counted once.
  const pairs = query.has('staff') && !query.has('module') && !query.has('session');
  return [pairs ? distinct(({ personId, module }) => `${personId} ${module}`) : rows.length];
}

/** Just those who have not; of everyone, or, where some cannot yet or are not asked to, of the others. */
function haveNot(people: Counted[], standing: Standing[], of: number | undefined): number[] {
  const behind = whoStand(people, standing).length;
  if (of === undefined) return [behind];
  const able = whoStand(people, ['trained', 'in progress', 'not started']);
  return [behind, standing.includes('not asked') ? people.length : able.length];
}

const numbersIn = (words: string) => (words.match(/\d+/g) ?? []).map(Number);

const framework = {
  ...{ id: guidance, title: 'Guidance', asOf: '2026-05-31', reviewBy: '2027-05-21', cites: null },
  topics: ['a', 'd', 'c'].map((id) => ({ id, title: id, through: { 'nice-ng26': [id] } })),
};

/** The pages whose figures open, as the server sends them. */
async function pagesOf(house: Attune, date: string, began: string, teams: string[]) {
  const { db } = house;
  const size = sizeAsAt(db, school, date);
  const at = { schoolId: school, date, size, began };
  const overview = (module: string, some: string[]) =>
    createElement(CoverageShown, {
      ...{ date, recentAfter: monthsBack(date, recentMonths), beside: [], mayExport: false },
      coverage: coverageAsAt(db, school, { date, size, began, module, teams: some }),
      sessions: sessionsAsAt(db, school, size),
      sessionsOfOthers: sessionsOfOthers(db, school, { date, size }).size > 0,
      later: laterEntries(db, school, { date, size, limit: 1000 }),
      teams: some,
    });
  const summary = await summaryAsAt(house, { ...at, schoolName: 'Willow' });
  const told = designatedTeacherAsAt(house, at);
  return {
    shown: [
      ...modules.map((module) => overview(module, [])),
      overview(modules[0] ?? '', teams),
      createElement(SummarySections, { of: [...summary.sections, ...summary.annexes] }),
      createElement(SummarySections, { of: told }),
    ].map((page) => markup(page)),
    totals: totalsAlone(summary),
  };
}

test('every figure of completion opens to as many lines or people as it says; totals alone open to nothing', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      lives,
      fc.uniqueArray(fc.nat({ max: 999 }), { minLength: 3, maxLength: 3 }),
      fc.subarray(['Year 1', 'Year 2', 'Kitchen'], { minLength: 1 }),
      async (life, at, teams) => {
        const db = makeTestDb();
        const days = liveSchool(db, life);
        const [began = '', today = ''] = [days[0], days.at(-1)];
        const attune = attuneOn(db, today);
        const house = {
          ...attune,
          course: {
            ...attune.course,
            frameworks: () => [...attune.course.frameworks(), framework],
          },
        };
        for (const n of at) {
          const date = days[Math.floor((n * days.length) / 1000)] ?? '';
          const { shown, totals } = await pagesOf(house, date, began, teams);
          for (const html of shown) {
            const figures = figuresOn(html);
            for (const figure of figures) {
              const is = behindIt(house, figure);
              const says = numbersIn(figure.words).slice(0, is.length);
              expect(is, `“${figure.words}” opens to ${figure.href}`).toEqual(says);
            }
            tried += figures.length;
            // Nothing that is so many of so many people stands there without leading anywhere.
            const rest = plain(html.replaceAll(/<a .*?<\/a>/gs, ''));
            expect(rest.match(/(?<!newest )\b\d+ of \d+\b.{0,30}/g)).toBeNull();
          }
          expect(JSON.stringify(totals)).not.toMatch(/\/evidence|"to"/);
        }
        db.$client.close();
      },
    ),
    { seed: 20_261_122, numRuns: 6, endOnFailure: true },
  );
  expect(tried).toBeGreaterThan(500);
}, 120_000);
