import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { setUpSchool } from '~/people/setup.server';
import {
  addPeople,
  makeSchool,
  makeTestHouse,
  password,
  someone,
  type TestHouse,
  whoToTell,
} from '~/people/test-house';
import { makeSchoolCode, startTrust, trustOf } from '~/people/trust.server';
import { schoolTotals, stillToDo } from '~/record/trust-totals.server';
import { event, eventDetail } from '~db/schema';
import { assignmentsOf } from './assignments.server';
import { listCohorts } from './cohorts.server';
import { pathwayOnOffer } from './pathways.server';
import { saveSchoolDates } from './school-calendar.server';
import { changePathway, copyPathway } from './school-pathways.server';
import { addToStaff } from './staff-changes.server';
import { giveTrustPathway, trustCohort, trustPathway, trustShelf } from './trust-pathway.server';

let house: TestHouse;
let elm: Actor;
let oak: Actor;
let trustLead: Actor;

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
  const made = await makeSchool(house);
  elm = made.lead;
  trustLead = { ...made.head, role: 'trust lead' };
  startTrust(house.attune, made.head, 'Three Rivers');
  const second = await setUpSchool(house.attune, {
    ...{ code: makeSchoolCode(house.attune, trustLead).code, schoolName: 'Oak Lane', urn: null },
    whoToTell,
    lead: { name: 'Omar Lead', email: 'lead@oak.example', password },
    head: null,
  });
  oak = { personId: second.leadId, schoolId: second.schoolId, role: 'lead' };
});

const give = (pathway = 'core', startsOn = '2026-09-07') =>
  giveTrustPathway(house.attune, trustLead, { pathway, startsOn, paidTime: 'Trust day' });
const asked = (personId: string) =>
  assignmentsOf(house.attune.db, personId).map(({ module, dueOn }) => `${module} ${dueOn}`);
const preview = () =>
  trustPathway(
    house.attune,
    trustOf(house.attune.db, elm.schoolId)?.id ?? '',
    pathwayOnOffer(trustShelf(house.attune, elm.schoolId), 'core'),
    '2026-09-07',
  );

test('every school is given it by its own term dates, as it was shown, and whoever joins has it too', () => {
  saveSchoolDates(house.attune, oak, [
    { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { kind: 'closed', name: 'Half-term', startsOn: '2026-10-12', endsOn: '2026-10-23' },
  ]);
  const shown = preview();
  expect(shown.map(({ name, noDates }) => [name, noDates])).toEqual([
    ['Elm Road Primary', true],
    ['Oak Lane', false],
  ]);
  give();
  expect(asked(elm.personId)).toEqual(['patterns 2026-10-02', 'repair 2026-10-30']);
  expect(asked(oak.personId)).toEqual(['patterns 2026-10-02', 'repair 2026-11-13']);
  for (const [n, person] of [elm, oak].entries()) {
    const dates = shown[n]?.steps.map(({ module, dueOn }) => `${module} ${dueOn}`);
    expect(asked(person.personId)).toEqual(dates);
  }
  const later = addToStaff(house.attune, oak, someone({ email: 'late@oak.example' }));
  expect(asked(later)).toHaveLength(2);
});

test('the record of each school says that the trust lead asked', () => {
  give();
  const { db } = house.attune;
  for (const { schoolId } of [elm, oak]) {
    const [first] = db
      .select()
      .from(event)
      .all()
      .filter((one) => one.school === schoolId && one.verb === 'assigned');
    const details = db
      .select()
      .from(eventDetail)
      .all()
      .filter(({ eventId }) => eventId === first?.id);
    const value = (name: string) => details.find((one) => one.name === name)?.value;
    expect([value('actor'), value('actorRole')].map(String)).toEqual([
      expect.stringContaining(trustLead.personId),
      expect.stringContaining('trust lead'),
    ]);
  }
});

test('given again, it adds what is new and leaves the rest; a school has one cohort for it', () => {
  give();
  expect(preview().every(({ steps, has }) => steps.length === 0 && has.length === 2)).toBe(true);
  const before = asked(elm.personId);
  give();
  expect(asked(elm.personId)).toEqual(before);
  const cohorts = listCohorts(house.attune, elm.schoolId).map(({ name }) => name);
  expect(cohorts).toEqual([trustCohort]);
});

test('a pathway of the trust lead’s own school is given to all as it is there', () => {
  const id = copyPathway(house.attune, elm, 'core');
  changePathway(house.attune, elm, id, {
    ...{ title: 'Rivers', forWhom: 'All' },
    steps: [{ module: 'repair', opens: 1, due: 2 }],
  });
  give(id);
  expect(asked(oak.personId)).toEqual(['repair 2026-09-18']);
});

test('a date that has passed is refused in every school, and nothing is half given', () => {
  expect(() => give('core', '2026-03-02')).toThrow(/has passed/);
  expect([elm, oak].map(({ personId }) => asked(personId))).toEqual([[], []]);
  expect(listCohorts(house.attune, oak.schoolId)).toEqual([]);
});

test('totals are counts of one school, and never of another', () => {
  addPeople(house, elm, 3);
  give();
  const totals = schoolTotals(house.attune.db, elm.schoolId, '2026-09-07');
  expect(totals).toEqual({
    staff: 5,
    modules: expect.arrayContaining([
      { module: 'patterns', title: 'Patterns', trained: 0, asked: 5 },
    ]),
  });
  expect(schoolTotals(house.attune.db, oak.schoolId, '2026-09-07').staff).toBe(1);
  expect(stillToDo(house.attune.db, oak.schoolId, '2026-09-07', 'repair')?.title).toBe('Repair');
});
