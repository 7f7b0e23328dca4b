import { beforeEach, expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import type { Actor } from '~/people/actor';
import { addPerson, recordLeaving } from '~/people/staff.server';
import { capitalised } from '~/people/staff-details';
import { cookieFor, makeSchool, makeTestHouse, request, someone } from '~/people/test-house';
import { loader as cohortPage } from './cohort';
import { loader as peoplePage } from './people';

const house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
const { attune } = house;
let lead: Actor;
let cookie: string;
beforeEach(async () => {
  lead ??= (await makeSchool(house)).lead;
  cookie = await cookieFor(house, lead.personId);
});

test('those who have left and those still to start are not counted on the staff list', async () => {
  const counted = async () =>
    (await peoplePage(request(house, '/lead/people', { cookie }))).counted;
  expect(await counted()).toBe('2 on the staff list');
  for (const email of ['a@elm.example', 'b@elm.example']) {
    recordLeaving(attune, lead, addPerson(attune, lead, someone({ email })), '2026-09-06');
  }
  addPerson(attune, lead, someone({ email: 'c@elm.example', startDate: '2027-01-04' }));
  const today = addPerson(attune, lead, someone({ email: 'd@elm.example' }));
  recordLeaving(attune, lead, today, '2026-09-07');
  expect(await counted()).toBe('3 on the staff list, 1 still to start, 2 who have left');
});

test('those added are said to be asked only when their cohort was given something', async () => {
  const cohortId = createCohort(attune, lead, 'Teaching assistants');
  const said = async () => {
    const asked = request(house, `/lead/cohorts/${cohortId}?done=add`, { cookie });
    return (await cohortPage({ ...asked, params: { cohort: cohortId } })).said;
  };
  expect(await said()).toBe('They are in. Nothing has been given to this cohort yet.');
  assignModule(attune, lead, {
    cohortId,
    module: 'repair',
    dueOn: '2026-10-01',
    paidMinutes: 45,
    paidTime: 'Tuesday',
  });
  expect(await said()).toMatch(/asked from today/);
});

test('a phrase that starts with a role group has a capital there, and only there', () => {
  expect(capitalised('teaching assistant, Year 6')).toBe('Teaching assistant, Year 6');
});
