import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { append } from '~/record/append.server';
import { type Db, inTransaction, migrateDb } from '~db/client.server';
import * as schema from '~db/schema';
import { assignModule } from './assignments.server';
import { createCohort } from './cohorts.server';
import { readGrid } from './grid.server';
import { addToCohort } from './members.server';

const modules = [
  { slug: 'attachment-patterns', title: 'Attachment: patterns, not labels', minutes: 30 },
  { slug: 'repair', title: 'Repair', minutes: 20 },
];

/** A database that counts its statements. */
function countingDb(): { db: Db; statements: string[] } {
  const statements: string[] = [];
  const client = new Database(':memory:', { verbose: (sql) => void statements.push(String(sql)) });
  const db = drizzle(client, { schema });
  migrateDb(db);
  return { db, statements };
}

/** A school in which everyone but the lead and head is in a cohort that was given the first module. */
async function makeGridSchool(n: number) {
  const { db, statements } = countingDb();
  const plain = makeTestHouse(modules);
  const house: TestHouse = { ...plain, attune: { ...plain.attune, db } };
  const { lead } = await makeSchool(house);
  const people = addPeople(house, lead, n);
  const cohortId = createCohort(house.attune, lead, 'All');
  addToCohort(house.attune, lead, cohortId, people);
  assignModule(house.attune, lead, {
    cohortId,
    module: 'attachment-patterns',
    dueOn: '2026-09-30',
    paidMinutes: 30,
    paidTime: 'INSET',
  });
  return { house, lead, people, cohortId, statements };
}

function begin({ attune }: TestHouse, lead: Actor, personId: string, complete: boolean) {
  const about = {
    school: lead.schoolId,
    object: `enrolment of ${personId}`,
    actor: personId,
    actorRole: 'staff',
    person: personId,
    happenedOn: '2026-09-07',
    module: 'attachment-patterns',
    contentHash: 'a'.repeat(64),
  };
  const data = {
    moduleTitle: 'Attachment: patterns, not labels',
    version: 1,
    publishedMinutes: 30,
  };
  inTransaction(attune.db, (tx) => {
    append(tx, attune.now(), { ...about, verb: 'started', data });
    if (!complete) return;
    append(tx, attune.now(), {
      ...about,
      verb: 'completed',
      data: {
        ...data,
        outcomes: ['Look again'],
        cpdType: 'e-learning',
        standardMet: true,
        ruleVersion: 1,
        name: 'Person',
        code: `CODE-${personId}`,
      },
    });
  });
}

test('each person stands where the record says, and an assignment’s day passes', async () => {
  const { house, lead, people } = await makeGridSchool(4);
  const [done = '', going = '', stuck = ''] = people;
  begin(house, lead, done, true);
  begin(house, lead, going, false);
  begin(house, lead, stuck, false);
  const hands = [{ personId: stuck, module: 'attachment-patterns' }];
  const statuses = () => {
    const grid = readGrid(house.attune, lead.schoolId, { hands });
    return Object.fromEntries(
      grid.people.map(({ name, cells }) => [name, cells.map((c) => c.status)]),
    );
  };
  expect(statuses()).toEqual({
    'Hana Head': ['not assigned', 'not assigned'],
    'Leah Lead': ['not assigned', 'not assigned'],
    'Person 0': ['done', 'not assigned'],
    'Person 1': ['in progress', 'not assigned'],
    'Person 2': ['has asked for a hand', 'not assigned'],
    'Person 3': ['not started', 'not assigned'],
  });
  house.clock.set('2026-10-01T09:00:00Z');
  expect(statuses()).toMatchObject({
    'Person 0': ['done', 'not assigned'],
    'Person 1': ['in progress, overdue', 'not assigned'],
    'Person 3': ['overdue', 'not assigned'],
  });
});

test('the hand that is asked for is named, and only that of someone on the page', async () => {
  const { house, lead, people, cohortId } = await makeGridSchool(2);
  const [one = ''] = people;
  const hands = [
    { personId: one, module: 'attachment-patterns' },
    { personId: lead.personId, module: 'repair' },
  ];
  const all = readGrid(house.attune, lead.schoolId, { hands });
  expect(all.hands.map(({ name, moduleTitle }) => [name, moduleTitle])).toEqual([
    ['Person 0', 'Attachment: patterns, not labels'],
    ['Leah Lead', 'Repair'],
  ]);
  const some = readGrid(house.attune, lead.schoolId, { cohortId, hands });
  expect(some.hands.map(({ name }) => name)).toEqual(['Person 0']);
  expect(some.people.map(({ name }) => name)).toEqual(['Person 0', 'Person 1']);
});

test('given in two ways, a module is due on the first of the two days, and it is said that there are two', async () => {
  const { house, lead, people } = await makeGridSchool(2);
  const [one = '', other = ''] = people;
  const second = createCohort(house.attune, lead, 'Some');
  addToCohort(house.attune, lead, second, [one]);
  const later = { dueOn: '2026-11-20', paidMinutes: 15, paidTime: 'twilight' };
  assignModule(house.attune, lead, { cohortId: second, module: 'attachment-patterns', ...later });
  const cellOf = (id: string) =>
    readGrid(house.attune, lead.schoolId, { hands: [] }).people.find((who) => who.id === id)
      ?.cells[0];
  expect(cellOf(one)).toEqual({ status: 'not started', on: '2026-09-30', dates: 2 });
  expect(cellOf(other)).toEqual({ status: 'not started', on: '2026-09-30' });
});

test('whoever has left, or works elsewhere, is not on the page', async () => {
  const { house, lead, people, cohortId } = await makeGridSchool(2);
  recordLeaving(house.attune, lead, people[0] ?? '', '2026-09-06');
  const grid = readGrid(house.attune, lead.schoolId, { hands: [] });
  expect(grid.people.map(({ name }) => name)).toEqual(['Hana Head', 'Leah Lead', 'Person 1']);
  expect(readGrid(house.attune, 'oak', { hands: [] }).people).toEqual([]);
  expect(readGrid(house.attune, 'oak', { cohortId, hands: [] }).people).toEqual([]);
});

test('the grid makes as many queries for three hundred people as for three', async () => {
  const counts = [];
  for (const n of [3, 300]) {
    const { house, lead, cohortId, statements } = await makeGridSchool(n);
    const before = statements.length;
    const grid = readGrid(house.attune, lead.schoolId, { cohortId, hands: [] });
    expect(grid.people).toHaveLength(n);
    counts.push(statements.length - before);
  }
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeLessThanOrEqual(6);
}, 60_000);
