import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { linesAsAt } from '~/record/rows.server';
import { assignModule, assignmentsOf } from './assignments.server';
import { createCohort } from './cohorts.server';
import { askedOrExempt, exempt, takeBackExemption } from './exemptions.server';
import { addToCohort, removeFromCohort } from './members.server';

let house: TestHouse;
let lead: Actor;
let person: string;
let cohortId: string;
let assignmentId: string;

beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
  [person = ''] = addPeople(house, lead, 2);
  cohortId = createCohort(house.attune, lead, 'Teachers');
  addToCohort(house.attune, lead, cohortId, [person]);
  assignmentId = assignModule(house.attune, lead, {
    ...{ cohortId, module: 'repair', dueOn: '2026-10-07', paidMinutes: 30, paidTime: 'INSET' },
  });
});

const letOff = () =>
  exempt(house.attune, lead, { personId: person, assignmentId, reason: 'trained elsewhere' });
const listed = () => askedOrExempt(house.attune.db, lead.schoolId, person);
const status = () => linesAsAt(house.attune.db, lead.schoolId, 1e9).map(({ status: now }) => now);

test('someone exempt is asked nothing, the record says so, and taken back they are asked from that day', () => {
  letOff();
  expect(assignmentsOf(house.attune.db, person)).toEqual([]);
  expect(status()).toEqual(['exempt']);
  expect(listed()).toMatchObject([
    { cohort: 'Teachers', dueOn: null, reason: 'trained elsewhere' },
  ]);
  house.clock.set('2026-09-21T09:00:00Z');
  takeBackExemption(house.attune, lead, { personId: person, assignmentId });
  expect(listed()).toMatchObject([{ dueOn: '2026-10-21', reason: null }]);
  expect(status()).toEqual(['due']);
});

test('an exemption outlasts leaving the cohort and coming back to it', () => {
  letOff();
  removeFromCohort(house.attune, lead, cohortId, person);
  addToCohort(house.attune, lead, cohortId, [person]);
  expect(assignmentsOf(house.attune.db, person)).toEqual([]);
});

test('nobody is exempt from what they are not asked, nor by another school', () => {
  letOff();
  expect(letOff).toThrow(/not asked/);
  const stranger = { ...lead, schoolId: 'another' };
  const both = { personId: person, assignmentId };
  expect(() => exempt(house.attune, stranger, { ...both, reason: 'short contract' })).toThrow(
    /no such person/,
  );
  expect(() => takeBackExemption(house.attune, stranger, both)).toThrow(/no such person/);
  expect(askedOrExempt(house.attune.db, 'another', person)).toEqual([]);
});
