import { beforeEach, expect, test } from 'vitest';
import { createCohort } from '~/cohorts/cohorts.server';
import type { Actor } from '~/people/actor';
import { formTagOf } from '~/people/form-tag.server';
import { ensureSetupCode } from '~/people/setup.server';
import { addPerson, recordLeaving } from '~/people/staff.server';
import {
  cookieFor,
  makeSchool,
  makeTestHouse,
  password,
  request,
  someone,
  type TestHouse,
} from '~/people/test-house';
import { createWayIn } from '~/people/way-in.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { action as assign } from './lead/assign';
import { action as cohortPage } from './lead/cohort';
import { action as makeCohort } from './lead/cohorts';
import { contactValues } from './lead/contact-form.server';
import { action as givePathway } from './lead/give-pathway';
import { action as leave } from './lead/leave';
import { action as addNew } from './lead/new-person';
import { action as change } from './lead/person';
import { action as termDates } from './lead/term-dates';
import { action as whoToTell } from './lead/who-to-tell';
import { action as join } from './public/join';
import { action as setUp } from './public/setup';

let house: TestHouse;
let lead: Actor;
beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
});

/** The words beside each field, in the order of the summary. */
async function wrong(action: unknown, form: Record<string, string>, params = {}, asked = house) {
  const args = {
    ...request(asked, '/form', {
      cookie: lead && asked === house ? await cookieFor(house, lead.personId) : '',
      form: { formTag: lead ? formTagOf(lead.personId) : '', ...form },
    }),
    params,
  };
  const answer = await (action as (given: typeof args) => Promise<unknown>)(args);
  if (answer instanceof Response) return answer.status;
  const { data } = answer as { data: { errors: Record<string, string[]> } };
  return Object.entries(data.errors).map(([field, words]) => `${field}: ${words.join(' ')}`);
}

const blank = {
  name: '',
  email: '',
  staffNumber: '',
  roleGroup: 'teacher',
  contract: 'permanent',
  teams: '',
  startDate: '',
};

test('an empty form for a new person says all that is missing', async () => {
  expect(await wrong(addNew, blank)).toEqual([
    'name: Type their name.',
    'email: Give an e-mail address or a staff number: people sign in with one of them.',
    'startDate: Choose their first day at the school.',
  ]);
});

test('a sign-in that is taken is said beside what cannot be read, and each taken one beside its field', async () => {
  addPerson(house.attune, lead, someone({ email: null, staffNumber: 'ta-9' }));
  const taken = { ...blank, name: 'Tom', email: ' Lead@elm.example', staffNumber: 'TA-9' };
  expect(await wrong(addNew, taken)).toEqual([
    expect.stringMatching(/^email: Someone signs in/),
    expect.stringMatching(/^staffNumber: Someone at your school/),
    'startDate: Choose their first day at the school.',
  ]);
});

test('changed details are checked against the last day and everyone but the person', async () => {
  const tara = addPerson(house.attune, lead, someone());
  recordLeaving(house.attune, lead, tara, '2026-12-18');
  const late = { ...blank, formId: 'details', email: 'tara@elm.example', startDate: '2027-01-04' };
  expect(await wrong(change, late, { person: tara })).toEqual([
    'name: Type their name.',
    'startDate: The first day cannot be after the last day.',
  ]);
});

test('a day gone by is said beside minutes that will not do', async () => {
  const cohort = createCohort(house.attune, lead, 'Teaching assistants');
  const given = { cohort, module: 'repair', paidTime: 'Tuesday' };
  expect(await wrong(assign, { ...given, dueOn: '2020-01-01', paidMinutes: '-5' })).toEqual([
    'dueOn: Choose today or a later day.',
    expect.stringMatching(/^paidMinutes: Training is paid time/),
  ]);
  expect(await wrong(assign, { ...given, dueOn: '2026-10-01', paidMinutes: '45' })).toBe(303);
  expect(await wrong(assign, { ...given, dueOn: '', paidMinutes: '45' })).toEqual([
    expect.stringMatching(/^module: Teaching assistants has this module already/),
    'dueOn: Choose the day by which it should be done.',
  ]);
});

test('a wrong code and no password are said together, and a right code is still good after', async () => {
  expect(await wrong(join, { code: '2222-2222', password: '' })).toEqual([
    expect.stringMatching(/^code: This code cannot be used/),
    'password: Choose a password.',
  ]);
  const tara = addPerson(house.attune, lead, someone());
  const { code } = createWayIn(house.attune, lead, tara);
  expect(await wrong(join, { code, password: 'short' })).toEqual([
    expect.stringMatching(/^password: Use at least 12/),
  ]);
  expect(await wrong(join, { code, password })).toBe(303);
});

test('codes are closed after thirty tries, with a password or without', async () => {
  for (let n = 0; n < 30; n++) await wrong(join, { code: '2222-2222', password: '' });
  expect(await wrong(join, { code: '2222-2222', password: '' })).toEqual([
    expect.stringMatching(/^: There have been many wrong tries/),
  ]);
});

test('setting up says the wrong code, the missing head and the weak password together', async () => {
  const empty = makeTestHouse();
  ensureSetupCode(empty.attune.db, empty.attune.now());
  const said = await wrong(
    setUp,
    { code: '2222-2222', you: 'lead', headEmail: '', password: 'short' },
    {},
    empty,
  );
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^code: That is not the set-up code/),
      'headEmail: Type the headteacher’s e-mail address.',
      expect.stringMatching(/^password: Use at least 12/),
    ]),
  );
});

test('a first day in the year 1026 and a name with an unseen character are said beside their fields', async () => {
  const odd = { ...blank, name: 'Ann\u0000', email: 'ann@elm.example', teams: 'Year \u202E4' };
  expect(await wrong(addNew, { ...odd, startDate: '1026-09-01' })).toEqual([
    expect.stringMatching(/^name: There is a character in this that cannot be seen/),
    expect.stringMatching(/^teams: There is a character/),
    expect.stringMatching(/^startDate: That is in the year 1026/),
  ]);
  const whole = { ...odd, name: ' Zoë O’Hara 👩🏽‍🏫 ', teams: '', startDate: '1998-09-01' };
  expect(await wrong(addNew, { ...whole, startDate: '2062-09-01' })).toEqual([
    expect.stringMatching(/^startDate: .*more than two years ahead/),
  ]);
  expect(await wrong(addNew, whole)).toBe(303);
});

test('every day that a lead types has a year that may be meant', async () => {
  const tara = addPerson(house.attune, lead, someone());
  const cohort = createCohort(house.attune, lead, 'Everyone');
  const odd = '2206-10-01';
  const said = (field: string) => [expect.stringMatching(new RegExp(`^${field}: .*year 2206`))];
  const person = { person: tara };
  expect(await wrong(change, { formId: 'leaving', leaveDate: odd }, person)).toEqual(
    said('leaveDate'),
  );
  recordLeaving(house.attune, lead, tara, '2026-12-18');
  const back = { formId: 'lastDay', why: 'came back', day: odd };
  expect(await wrong(change, back, person)).toEqual(said('day'));
  const given = { cohort, module: 'repair', paidTime: 'Tuesday', paidMinutes: '30' };
  expect(await wrong(assign, { ...given, dueOn: odd })).toEqual(said('dueOn'));
  const away = { startsOn: '2026-10-01', endsOn: odd };
  expect(await wrong(leave, away, person)).toEqual(said('endsOn'));
  const pathway = { pathway: 'all-staff-core', startsOn: odd };
  expect(await wrong(givePathway, pathway, { cohort })).toEqual(said('startsOn'));
  expect(await wrong(termDates, { terms: 'Autumn: 1 September 2206 to 2 October 2206' })).toEqual(
    said('terms'),
  );
});

test('every name that a lead types is one that can be seen', async () => {
  const odd = 'Mid\u202Eday';
  const said = (field: string) => [
    expect.stringMatching(new RegExp(`^${field}: .*cannot be seen`)),
  ];
  expect(await wrong(makeCohort, { name: odd })).toEqual(said('name'));
  const cohort = createCohort(house.attune, lead, 'Midday');
  expect(await wrong(cohortPage, { formId: 'name', name: odd }, { cohort })).toEqual(said('name'));
  const contacts = contactValues(readWhoToTell(house.attune.db, lead.schoolId));
  expect(await wrong(whoToTell, { ...contacts, headName: odd })).toEqual(said('headName'));
});
