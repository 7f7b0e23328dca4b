import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { school } from '~db/schema';
import { assignmentsOf } from './assignments.server';
import { createCohort } from './cohorts.server';
import { givenPathways, givePathway } from './given-pathways.server';
import { addToCohort } from './members.server';
import { pathwaysOnOffer } from './pathways.server';
import {
  changePathway,
  copyPathway,
  readSchoolPathway,
  removePathway,
  type SchoolPathwayTyped,
  schoolPathways,
  shelfOf,
} from './school-pathways.server';

let house: TestHouse;
let lead: Actor;
let oak: Actor;

beforeEach(async () => {
  house = makeTestHouse(
    [
      { slug: 'patterns', title: 'Patterns', minutes: 34 },
      { slug: 'repair', title: 'Repair', minutes: 31 },
    ],
    [
      {
        ...{ id: 'core', title: 'Core', for: 'Everyone' },
        modules: [
          { module: 'patterns', opens: 1, due: 4 },
          { module: 'repair', opens: 5, due: 8 },
        ],
      },
    ],
  );
  ({ lead } = await makeSchool(house));
  house.attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  oak = { personId: lead.personId, schoolId: 'oak', role: 'lead' };
});

const copy = () => copyPathway(house.attune, lead, 'core');
const read = (id: string) => readSchoolPathway(house.attune.db, lead.schoolId, id);
const change = (id: string, more: Partial<SchoolPathwayTyped>, actor = lead) =>
  changePathway(house.attune, actor, id, {
    ...{ title: 'Ours', forWhom: 'Everyone', steps: [{ module: 'repair', opens: 2, due: 3 }] },
    ...more,
  });

test('a copy says what the other says under a name of its own, and stands first on offer', () => {
  const [first, second] = [copy(), copy()];
  expect([read(first), read(second)].map(({ title }) => title)).toEqual([
    'Core, our own',
    'Core, our own 2',
  ]);
  expect(read(first).modules).toEqual(house.attune.course.pathways()[0]?.modules);
  const offers = pathwaysOnOffer(shelfOf(house.attune, lead.schoolId));
  expect(offers.map(({ id }) => id)).toEqual([first, second, 'core']);
  expect(schoolPathways(house.attune.db, 'oak')).toEqual([]);
});

test('steps stand in the order in which they open', () => {
  const id = copy();
  const steps = [
    { module: 'patterns', opens: 6, due: 9 },
    { module: 'repair', opens: 1, due: 5 },
  ];
  change(id, { title: '  Summer  start ', steps });
  expect(read(id)).toMatchObject({ title: 'Summer start', modules: [steps[1], steps[0]] });
});

test.each<[string, Partial<SchoolPathwayTyped>, RegExp]>([
  ['the name of another', { title: ' core ' }, /of this name already/],
  ['no module', { steps: [] }, /one module at least/],
  ['a week that is none', { steps: [{ module: 'repair', opens: 0, due: 3 }] }, /week from 1 to/],
  ['half a week', { steps: [{ module: 'repair', opens: 1, due: 2.5 }] }, /week from 1 to/],
  ['due before it opens', { steps: [{ module: 'repair', opens: 4, due: 3 }] }, /before it opens/],
])('%s is refused, and nothing changes', (_, typed, words) => {
  const id = copy();
  const before = read(id);
  expect(() => change(id, typed)).toThrow(words);
  expect(read(id)).toEqual(before);
});

test('what a cohort was given of it stays, however it is changed or taken away later', () => {
  const id = copy();
  const people = addPeople(house, lead, 1);
  const cohortId = createCohort(house.attune, lead, 'All');
  addToCohort(house.attune, lead, cohortId, people);
  givePathway(house.attune, lead, {
    ...{ cohortId, pathway: id, startsOn: '2026-09-07', paidTime: 'INSET' },
    steps: [{ module: 'patterns', opensOn: '2026-09-07', dueOn: '2026-10-02', paidMinutes: 35 }],
  });
  change(id, {});
  removePathway(house.attune, lead, id);
  const given = givenPathways(house.attune.db, lead.schoolId, cohortId);
  expect(given.map(({ title }) => title)).toEqual(['Core, our own']);
  expect(assignmentsOf(house.attune.db, people[0] ?? '')).toMatchObject([{ module: 'patterns' }]);
});

test('another school’s pathway can be neither read, copied, changed, given nor taken away', () => {
  const id = copy();
  expect(() => readSchoolPathway(house.attune.db, 'oak', id)).toThrow(/no such pathway/);
  expect(() => copyPathway(house.attune, oak, id)).toThrow(/Choose a pathway/);
  expect(() => change(id, {}, oak)).toThrow(/no such pathway/);
  expect(() => removePathway(house.attune, oak, id)).toThrow(/no such pathway/);
  const cohortId = createCohort(house.attune, oak, 'All');
  expect(() =>
    givePathway(house.attune, oak, {
      ...{ cohortId, pathway: id, startsOn: '2026-09-07', paidTime: 'INSET', steps: [] },
    }),
  ).toThrow(/Choose a pathway/);
  expect(read(id).title).toBe('Core, our own');
});
