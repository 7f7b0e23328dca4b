import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort, removeFromCohort } from '~/cohorts/members.server';
import { quizOf, scenariosOf } from '~/learning/parts';
import { startSession } from '~/people/session.server';
import routes from '~/routes';
import { DemoLearner } from '../../scripts/demo/learner';
import { addLearner, openHouse, slug } from '../fixtures/house-with-content';

const app = path.resolve(import.meta.dirname, '../../app');
const files = (list: RouteConfigEntry[]): string[] =>
  list.flatMap((entry) => [entry.file, ...files(entry.children ?? [])]);

/** Every file that a file leads to within the pages, so that no route shows understanding by way of another file. */
function sourcesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(/from '((?:\.|~\/pages\/)[^']+)'/g)) {
    const base = from.startsWith('~/')
      ? path.join(app, from.slice(2))
      : path.resolve(file, '..', from);
    const found = ['.ts', '.tsx'].map((end) => base + end).find(existsSync);
    if (found) sourcesOf(found, seen);
  }
  return seen;
}

const readsUnderstanding = (file: string) =>
  [...sourcesOf(path.join(app, file))].some((source) =>
    /understanding\/(understanding|deeds)\.server'/.test(readFileSync(source, 'utf8')),
  );

const shown = files(await routes)
  .filter(readsUnderstanding)
  .sort();

const loaders: Record<string, () => Promise<{ loader: (args: LoaderFunctionArgs) => unknown }>> = {
  'pages/lead/hard.tsx': () => import('~/pages/lead/hard'),
  'pages/lead/staff-meeting.tsx': () => import('~/pages/lead/staff-meeting'),
};

test('every route that shows understanding is walked here', () => {
  expect(shown).toEqual(Object.keys(loaders).sort());
});

/** A school whose people have taken the module one by one, and what its lead is sent, raw, by each of those routes. */
async function makeHouse() {
  const house = await openHouse();
  const { attune, lead, clock } = house;
  const cookie = (await startSession(attune, lead.personId, false)).split(';')[0] ?? '';
  const take = (personId: string, n: number) =>
    new DemoLearner(attune, clock, { ...lead, personId, role: 'staff' }, slug, n).take(
      n % 2 ? 'met' : 'met at the second go',
    );
  async function sent(query = ''): Promise<string> {
    const all = await Promise.all(
      shown.map(async (file) => {
        const { loader } = (await loaders[file]?.()) ?? { loader: () => null };
        const data = await loader({
          request: new Request(`http://localhost:3000/lead/modules/${slug}/x${query}`, {
            headers: { Cookie: cookie },
          }),
          params: { module: slug },
          context: { attune, nonce: '', address: '127.0.0.1' },
        });
        return JSON.stringify(data);
      }),
    );
    return all.join('\n');
  }
  return { ...house, take, sent };
}

test('with four people, no route sends a share, a stem or a moment of anything', async () => {
  const { attune, take, sent, ...house } = await makeHouse();
  for (let n = 0; n < 4; n += 1) take(addLearner({ attune, ...house }), n);
  const raw = await sent();
  expect(raw).not.toMatch(/few or none|nearly all|about half|"most"|"some"/);
  const module = attune.course.module(slug);
  expect(module).not.toBeNull();
  for (const { stem } of module ? (quizOf(module)?.bank ?? []) : [])
    expect(raw).not.toContain(JSON.stringify(stem).slice(1, -1));
  for (const { scenario } of module ? scenariosOf(module) : [])
    expect(raw).not.toContain(JSON.stringify(scenario.title).slice(1, -1));
});

test('the fifth brings figures, the sixth to the ninth change nothing that is sent, the tenth does', async () => {
  const house = await makeHouse();
  const raw: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    house.take(addLearner(house), 1);
    raw.push(await house.sent());
  }
  const scenarioCounts = raw.map(
    (one) => /First choices|"places":\[\{[^}]*"people":(\d+)/.exec(one)?.[1],
  );
  expect(scenarioCounts).toEqual([
    ...Array.from({ length: 4 }, () => undefined),
    ...Array.from({ length: 5 }, () => '5'),
    '10',
  ]);
}, 60_000);

test('nobody can be found by putting them into a cohort or taking them out once its members have begun', async () => {
  const house = await makeHouse();
  const { attune, lead, take, sent } = house;
  const cohortId = createCohort(attune, lead, 'Teaching assistants');
  const people = Array.from({ length: 26 }, () => addLearner(house));
  const [late = '', ...members] = people;
  addToCohort(attune, lead, cohortId, members);
  const given = { cohortId, module: slug, dueOn: '2027-01-10', paidMinutes: 20, paidTime: 'INSET' };
  assignModule(attune, lead, given);
  people.forEach(take);
  const query = `?cohort=${cohortId}`;
  const before = await sent(query);
  expect(before).toContain(`"group":{"id":"${cohortId}"`);

  addToCohort(attune, lead, cohortId, [late]);
  expect(await sent(query)).toBe(before);
  removeFromCohort(attune, lead, cohortId, members[3] ?? '');
  expect(await sent(query)).toBe(before);

  const made = createCohort(attune, lead, 'Made to find one');
  addToCohort(attune, lead, made, people.slice(0, 21));
  assignModule(attune, lead, { ...given, cohortId: made });
  const forged = await sent(`?cohort=${made}`);
  expect(forged).not.toContain('Made to find one');
  expect(forged).toContain('"group":null');
}, 60_000);
