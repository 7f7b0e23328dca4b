import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import {
  addPeople,
  makeSchool,
  makeTestHouse,
  password,
  type TestHouse,
} from '~/people/test-house';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { spokenWith } from '~db/schema';
import { assignModule } from './assignments.server';
import { createCohort } from './cohorts.server';
import { readFriday } from './friday.server';
import { addLeave } from './leave.server';
import { addToCohort } from './members.server';
import { forgetSpoken, putBack, setAside, spokenAbout } from './spoken-with.server';

let house: TestHouse;
let lead: Actor;
let people: string[];
beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 3);
  for (const personId of people) {
    await joinWithCode(house.attune, createWayIn(house.attune, lead, personId).code, password);
  }
  const cohortId = createCohort(house.attune, lead, 'All');
  addToCohort(house.attune, lead, cohortId, people);
  assignModule(house.attune, lead, {
    ...{ cohortId, module: 'repair', dueOn: '2026-09-30', paidMinutes: 20, paidTime: 'INSET' },
  });
});

const friday = () => readFriday(house.attune, lead.schoolId, []);
const listed = () => friday().people.map(({ personId }) => personId);

test('what is due within the week and then overdue is listed as the grid says it', () => {
  expect(listed()).toEqual([]);
  house.clock.set('2026-09-23T09:00:00Z');
  expect(friday().people.map(({ reasons }) => reasons[0].kind)).toEqual(
    people.map(() => 'due soon'),
  );
  house.clock.set('2026-10-01T09:00:00Z');
  expect(friday().people[0]?.reasons[0]).toMatchObject({
    ...{ kind: 'overdue', module: 'Repair', begun: false },
    given: { cohort: 'All', paidTime: 'INSET' },
  });
});

test('whoever is away today, or has left, is not on it', () => {
  house.clock.set('2026-10-01T09:00:00Z');
  const [away = '', gone = '', stays = ''] = people;
  addLeave(house.attune, lead, { personId: away, startsOn: '2026-09-28', endsOn: '2026-10-01' });
  recordLeaving(house.attune, lead, gone, '2026-09-30');
  expect(listed()).toEqual([stays]);
  house.clock.set('2026-10-02T09:00:00Z');
  expect(listed()).toEqual([away, stays]);
});

test('whoever was spoken with is off it until Friday, and then nothing is kept', () => {
  house.clock.set('2026-10-01T09:00:00Z');
  const [one = '', two = '', three = ''] = people;
  setAside(house.attune, lead, [one, two]);
  expect(listed()).toEqual([three]);
  expect(friday().aside.map(({ name, by, until }) => [name, by, until])).toEqual([
    ['Person 0', 'Leah Lead', '2026-10-02'],
    ['Person 1', 'Leah Lead', '2026-10-02'],
  ]);
  putBack(house.attune, lead, two);
  expect(listed()).toEqual([two, three]);
  const about = { schoolId: lead.schoolId, personId: one };
  expect(spokenAbout(house.attune.db, about)).toMatchObject([{ until: '2026-10-02' }]);

  house.clock.set('2026-10-01T20:00:00Z');
  forgetSpoken(house.attune);
  expect(listed()).toEqual([two, three]);
  house.clock.set('2026-10-02T09:00:00Z');
  expect(listed()).toEqual([one, two, three]);
  forgetSpoken(house.attune);
  expect(house.attune.db.select().from(spokenWith).all()).toEqual([]);
});

test('nobody of another school is set aside or put back', () => {
  const [one = '', two = ''] = people;
  setAside(house.attune, lead, [one]);
  const stranger: Actor = { ...lead, schoolId: 'another' };
  expect(() => setAside(house.attune, stranger, [one])).toThrow('not on your staff list');
  expect(() => setAside(house.attune, lead, [two, 'nobody'])).toThrow('not on your staff list');
  putBack(house.attune, stranger, one);
  expect(friday().aside.map(({ personId }) => personId)).toEqual([one]);
  expect(readFriday(house.attune, 'another', [])).toMatchObject({ people: [], aside: [] });
});
