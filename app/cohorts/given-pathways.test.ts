import { beforeEach, expect, test } from 'vitest';
import { learnerHome } from '~/learning/home.server';
import type { Actor } from '~/people/actor';
import { addPerson } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, someone, type TestHouse } from '~/people/test-house';
import { rebuild } from '~/record/rebuild.server';
import { linesAsAt } from '~/record/rows.server';
import { event } from '~db/schema';
import { assignmentsOf, openAssignments } from './assignments.server';
import { changeAssignment } from './change-assignment.server';
import { createCohort } from './cohorts.server';
import { givenPathways, givePathway, stopPathway } from './given-pathways.server';
import { readGrid } from './grid.server';
import { addLeave, leaveOf, removeLeave } from './leave.server';
import { addToCohort } from './members.server';
import { saveSchoolDates } from './school-calendar.server';

let house: TestHouse;
let lead: Actor;
let people: string[];
let tas: string;

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
          { module: 'gone', opens: 9, due: 10 },
        ],
      },
    ],
  );
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 3);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
  saveSchoolDates(house.attune, lead, [
    { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { kind: 'closed', name: 'Half-term', startsOn: '2026-10-26', endsOn: '2026-10-30' },
    { kind: 'term', name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-25' },
  ]);
});

const steps = [
  { module: 'patterns', opensOn: '2026-09-07', dueOn: '2026-10-02', paidMinutes: 35 },
  { module: 'repair', opensOn: '2026-10-05', dueOn: '2026-11-06', paidMinutes: 35 },
];
const give = (more = steps) =>
  givePathway(house.attune, lead, {
    ...{ cohortId: tas, pathway: 'core', startsOn: '2026-09-07', steps: more, paidTime: 'INSET' },
  });
const datesOf = (id = '') =>
  assignmentsOf(house.attune.db, id).map(({ module, opensOn, dueOn }) => [module, opensOn, dueOn]);
const home = (personId = '') =>
  learnerHome(
    house.attune,
    { personId, schoolId: lead.schoolId },
    assignmentsOf(house.attune.db, personId),
  );
const cell = (personId = '', n = 0) =>
  readGrid(house.attune, lead.schoolId, { hands: [] }).people.find(({ id }) => id === personId)
    ?.cells[n];

test('a pathway asks each member for each step, and what is not open yet waits under “Coming up”', () => {
  const [first] = people;
  addToCohort(house.attune, lead, tas, people);
  give();
  expect(datesOf(first)).toEqual([
    ['patterns', null, '2026-10-02'],
    ['repair', '2026-10-05', '2026-11-06'],
  ]);
  expect(home(first)).toMatchObject({
    next: { module: 'patterns' },
    others: [],
    later: [{ module: 'repair', asked: { opensOn: '2026-10-05' } }],
  });
  expect(cell(first, 1)).toEqual({ status: 'opens later', on: '2026-10-05' });
  house.clock.set('2026-10-05T09:00:00Z');
  expect(home(first)).toMatchObject({ others: [{ module: 'repair' }], later: [] });
  expect(cell(first, 1)).toEqual({ status: 'not started', on: '2026-11-06' });
  expect(givenPathways(house.attune.db, lead.schoolId, tas)).toMatchObject([{ title: 'Core' }]);
});

test('whoever joins the cohort later starts on that day, holidays skipped for them too', () => {
  const [, later = ''] = people;
  give();
  house.clock.set('2026-10-19T09:00:00Z');
  addToCohort(house.attune, lead, tas, [later]);
  expect(datesOf(later)).toEqual([
    ['patterns', null, '2026-11-20'],
    ['repair', '2026-11-23', '2026-12-18'],
  ]);
});

test('leave moves a person’s own dates when it is entered, back when it is taken out, and nobody else’s', () => {
  const [first = '', second] = people;
  addToCohort(house.attune, lead, tas, people);
  give();
  const before = datesOf(first);
  const { schoolId } = lead;
  addLeave(house.attune, lead, { personId: first, startsOn: '2026-09-14', endsOn: '2026-09-18' });
  expect(datesOf(first)).toEqual([
    ['patterns', null, '2026-10-09'],
    ['repair', '2026-10-12', '2026-11-13'],
  ]);
  expect(datesOf(second)).toEqual(before);
  const [entered] = leaveOf(house.attune.db, { schoolId, personId: first });
  removeLeave(house.attune, lead, { personId: first, id: entered?.id ?? '' });
  expect(datesOf(first)).toEqual(before);
});

test('who works two days a week has longer, and never more than twice as long', () => {
  const part = addPerson(
    house.attune,
    lead,
    someone({ email: 'part@elm.example', workingDays: ['Monday', 'Tuesday'] }),
  );
  addToCohort(house.attune, lead, tas, [part]);
  give();
  const due = String(datesOf(part)[0]?.[2]);
  expect(due > '2026-10-26' && due <= '2026-11-10').toBe(true);
});

test('while leave has no end in sight nobody becomes overdue, and its end brings the dates back', () => {
  const [first = ''] = people;
  addToCohort(house.attune, lead, tas, people);
  give();
  addLeave(house.attune, lead, { personId: first, startsOn: '2026-09-14', endsOn: null });
  house.clock.set('2027-03-01T09:00:00Z');
  expect(cell(first)?.status).toBe('not started');
  addLeave(house.attune, lead, { personId: first, startsOn: '2026-09-14', endsOn: '2027-02-26' });
  expect(datesOf(first)[0]).toEqual(['patterns', null, '2027-03-19']);
});

test('a step moved by hand moves for everyone who has it still to do, also when it opens', () => {
  const [first] = people;
  addToCohort(house.attune, lead, tas, people);
  give();
  const repair = openAssignments(house.attune.db, lead.schoolId, tas).find(
    ({ module }) => module === 'repair',
  );
  changeAssignment(house.attune, lead, {
    ...{ cohortId: tas, assignmentId: repair?.assignmentId ?? '', paidMinutes: 35 },
    ...{ opensOn: '2026-11-02', dueOn: '2026-12-04', paidTime: 'INSET' },
  });
  expect(datesOf(first)[1]).toEqual(['repair', '2026-11-02', '2026-12-04']);
});

test('stopped, it asks nobody any more, by an event for each person and step', () => {
  addToCohort(house.attune, lead, tas, people);
  const id = give();
  stopPathway(house.attune, lead, { cohortId: tas, id });
  expect(people.flatMap((personId) => datesOf(personId))).toEqual([]);
  const verbs = house.attune.db.select({ verb: event.verb }).from(event).all();
  expect(verbs.filter(({ verb }) => verb === 'exempted')).toHaveLength(6);
  expect(givenPathways(house.attune.db, lead.schoolId, tas)).toEqual([]);
  expect(() => stopPathway(house.attune, lead, { cohortId: tas, id })).toThrow(/not on that/);
});

test('what the cohort has already stays as it is, and dates that cannot stand give nothing at all', () => {
  const [patterns, repair] = steps;
  if (!patterns || !repair) throw new Error('There are two steps.');
  expect(() => give([{ ...patterns, dueOn: '2026-09-01' }])).toThrow(/before it opens/);
  expect(() => give([patterns, { ...repair, opensOn: '2026-08-01', dueOn: '2026-09-04' }])).toThrow(
    /passed/,
  );
  expect(openAssignments(house.attune.db, lead.schoolId, tas)).toEqual([]);
  give([patterns]);
  give();
  expect(openAssignments(house.attune.db, lead.schoolId, tas)).toHaveLength(2);
  expect(() => give()).toThrow(/already/);
});

test('another school can neither give nor stop one here', () => {
  const stranger = { ...lead, schoolId: 'another' };
  const id = give();
  expect(() => stopPathway(house.attune, stranger, { cohortId: tas, id })).toThrow(/not on that/);
  expect(() =>
    givePathway(house.attune, stranger, {
      ...{ cohortId: tas, pathway: 'core', startsOn: '2026-09-07', steps, paidTime: 'INSET' },
    }),
  ).toThrow(/no such cohort/);
});

test('projections made again from the events are the same', () => {
  addToCohort(house.attune, lead, tas, people);
  give();
  addLeave(house.attune, lead, {
    ...{ personId: people[0] ?? '', startsOn: '2026-09-14', endsOn: '2026-09-18' },
  });
  const lines = () => linesAsAt(house.attune.db, lead.schoolId, 1e9);
  const before = lines();
  expect(rebuild(house.attune.db)).toBeNull();
  expect(lines()).toEqual(before);
});
