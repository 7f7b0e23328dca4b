import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { linesAsAt } from '~/record/rows.server';
import { event } from '~db/schema';
import { assignModule, assignmentsOf, openAssignments } from './assignments.server';
import { changeAssignment } from './change-assignment.server';
import { createCohort } from './cohorts.server';
import { addToCohort } from './members.server';

let house: TestHouse;
let lead: Actor;
let people: string[];
let tas: string;
let assignmentId: string;
beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 3);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
  addToCohort(house.attune, lead, tas, people.slice(0, 2));
  const paid = { paidMinutes: 30, paidTime: 'INSET' };
  assignmentId = assignModule(house.attune, lead, {
    ...{ cohortId: tas, module: 'repair', dueOn: '2026-10-07', ...paid },
  });
});
const change = (dueOn: string, paidMinutes = 30) =>
  changeAssignment(house.attune, lead, {
    ...{ cohortId: tas, assignmentId, dueOn, paidMinutes, paidTime: ' Tuesday ' },
  });
const events = () => house.attune.db.select().from(event).all();
const due = (id: string) => assignmentsOf(house.attune.db, id).map(({ dueOn }) => dueOn);

test('a date is changed in place: one event for each person it concerns, one line each as before', () => {
  const [first = '', second = '', third = ''] = people;
  recordLeaving(house.attune, lead, second, '2026-09-08');
  house.clock.set('2026-09-17T09:00:00Z');
  addToCohort(house.attune, lead, tas, [third]);
  const before = events().length;
  change('2026-10-14');
  expect(
    events()
      .slice(before)
      .map(({ verb }) => verb),
  ).toEqual(['assigned', 'assigned']);
  expect([first, second, third].map(due)).toEqual([['2026-10-14'], ['2026-10-07'], ['2026-10-24']]);
  expect(linesAsAt(house.attune.db, lead.schoolId, 1e9)).toHaveLength(3);
  expect(linesAsAt(house.attune.db, lead.schoolId, before).map(({ dueOn }) => dueOn)).toEqual([
    '2026-10-07',
    '2026-10-07',
    '2026-10-17',
  ]);
  expect(openAssignments(house.attune.db, lead.schoolId)).toMatchObject([
    { dueOn: '2026-10-14', paidTime: 'Tuesday' },
  ]);
});

test('only the words of the paid time changed: nothing new is on the record', () => {
  const before = events().length;
  change('2026-10-07');
  expect(events()).toHaveLength(before);
  change('2026-10-07', 45);
  expect(events()).toHaveLength(before + 2);
});

test('a date that has passed is refused, and so is another cohort’s module', () => {
  const bad = expect.objectContaining({ code: 'bad-date', field: 'dueOn' });
  expect(() => change('2026-09-06')).toThrow(bad);
  const other = createCohort(house.attune, lead, 'Others');
  const given = { assignmentId, dueOn: '2026-10-14', paidMinutes: 30, paidTime: 'x' };
  expect(() => changeAssignment(house.attune, lead, { cohortId: other, ...given })).toThrow(
    expect.objectContaining({ code: 'not-here' }),
  );
  expect(due(people[0] ?? '')).toEqual(['2026-10-07']);
});
