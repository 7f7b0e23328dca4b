import { beforeEach, expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { givenTo } from '~/cohorts/change-assignment.server';
import { cohortRow, createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import * as sessionPage from '~/pages/sessions/session';
import type { Actor } from '~/people/actor';
import { formTagOf } from '~/people/form-tag.server';
import { addPerson } from '~/people/staff.server';
import { readStaffMember } from '~/people/staff-list.server';
import {
  addPeople,
  cookieFor,
  makeSchool,
  makeTestHouse,
  request,
  someone,
  type TestHouse,
} from '~/people/test-house';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { readWillNotChange } from '~/people/will-not-change.server';
import { reportOf, sendReport } from '~/review/reports.server';
import { createSession, readSession } from '~/training-sessions/sessions.server';
import { message, person } from '~db/schema';
import { openHouse, slug } from '../../../tests/fixtures/house-with-content';
import * as beforeYouStart from './before-you-start';
import * as cohortPage from './cohort';
import * as given from './given';
import * as personPage from './person';
import * as remindersPage from './reminders';
import * as reportPage from './report';
import * as termDates from './term-dates';
import * as whoToTellPage from './who-to-tell';

let house: TestHouse;
let lead: Actor;
beforeEach(async () => {
  const made = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(made));
  house = made;
});

interface Page {
  // biome-ignore lint/suspicious/noExplicitAny: each route has its own, and what matters here is the values of its forms.
  loader: (args: any) => Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  action: (args: any) => Promise<any>;
}
type Fields = Record<string, string>;

/** A tab with the page open: `send` sends a form of it as it was then, with what is typed now. */
async function tab({ loader, action }: Page, params: Fields = {}, form = 'values') {
  const cookie = await cookieFor(house, lead.personId);
  const formTag = formTagOf(lead.personId);
  const { [form]: values } = await loader({ ...request(house, '/page', { cookie }), params });
  return async (typed: Fields): Promise<{ errors: Fields; values: Fields } | number> => {
    const asked = request(house, '/page', { cookie, form: { formTag, ...values, ...typed } });
    const answer = await action({ ...asked, params });
    if (answer instanceof Response) return answer.status;
    const errors = Object.entries(answer.data.errors as Record<string, string[]>);
    return {
      errors: Object.fromEntries(errors.map(([name, words]) => [name, words.join(' ')])),
      values: answer.data.values,
    };
  };
}

const theirs = (words: string) => expect.stringContaining(`to “${words}” while you had the page`);

test('two tabs on one person: neither undoes the other, and one field changed twice is asked about', async () => {
  const person = addPerson(house.attune, lead, someone({ name: 'Tara', startDate: '2026-09-01' }));
  const details = { formId: 'details' };
  const first = await tab(personPage, { person });
  const second = await tab(personPage, { person });
  expect(await first({ ...details, startDate: '2026-09-02' })).toBe(303);
  expect(await second({ ...details, teams: 'Year 6' })).toBe(303);
  const now = () => readStaffMember(house.attune.db, lead.schoolId, person);
  expect(now()).toMatchObject({ startDate: '2026-09-02', teams: ['Year 6'] });

  const third = await second({ ...details, teams: 'Year 6', startDate: '2026-09-03' });
  expect(third).toMatchObject({
    errors: { startDate: theirs('2 September 2026') },
    values: { startDate: '2026-09-03', teams: 'Year 6', formId: 'details' },
  });
  expect(now().startDate).toBe('2026-09-02');
  if (typeof third === 'number') throw new Error('It was saved without asking.');
  expect(await second(third.values)).toBe(303);
  expect(now().startDate).toBe('2026-09-03');
});

test('a last day that somebody recorded meanwhile is not moved without asking', async () => {
  const person = addPerson(house.attune, lead, someone());
  const now = () => readStaffMember(house.attune.db, lead.schoolId, person).leaveDate;
  const first = await tab(personPage, { person }, 'lastDay');
  const second = await tab(personPage, { person }, 'lastDay');
  expect(await first({ formId: 'leaving', leaveDate: '2026-10-01' })).toBe(303);
  expect(await second({ formId: 'leaving', leaveDate: '2026-11-01' })).toMatchObject({
    errors: { why: expect.stringContaining('It is 1 October 2026 now') },
    values: { formId: 'lastDay', why: 'wrong day', day: '2026-11-01' },
  });
  expect(now()).toBe('2026-10-01');

  const third = await tab(personPage, { person }, 'lastDay');
  const fourth = await tab(personPage, { person }, 'lastDay');
  expect(await third({ formId: 'lastDay', why: 'mistake', day: '' })).toBe(303);
  expect(await fourth({ formId: 'lastDay', why: 'wrong day', day: '2026-12-01' })).toMatchObject({
    errors: { leaveDate: expect.stringContaining('They have none now') },
    values: { formId: 'leaving', leaveDate: '2026-12-01' },
  });
  expect(now()).toBeNull();
});

test('two tabs on a module that a cohort was given', async () => {
  const cohort = createCohort(house.attune, lead, 'Everyone');
  const assignment = assignModule(house.attune, lead, {
    cohortId: cohort,
    module: 'repair',
    dueOn: '2026-10-01',
    paidMinutes: 30,
    paidTime: 'Tuesday',
  });
  const first = await tab(given, { cohort, assignment });
  const second = await tab(given, { cohort, assignment });
  expect(await first({ dueOn: '2026-10-08' })).toBe(303);
  expect(await second({ paidTime: 'Thursday' })).toBe(303);
  expect(givenTo(house.attune.db, lead.schoolId, cohort, assignment)).toMatchObject({
    dueOn: '2026-10-08',
    paidTime: 'Thursday',
  });
  expect(await second({ dueOn: '2026-10-15' })).toMatchObject({
    errors: { dueOn: theirs('8 October 2026') },
  });
});

test('two tabs on what the school made of a training session, and what it cost', async () => {
  const session = createSession(house.attune, lead, {
    ...{ title: 'Repair at lunchtime', kind: 'external course', heldOn: '2026-06-01' },
    ...{ minutes: 60, provider: null, costPence: null, fund: null },
  });
  const first = await tab(sessionPage, { session });
  const second = await tab(sessionPage, { session });
  expect(await first({ formId: 'evaluation', evaluation: 'Worth the morning.' })).toBe(303);
  expect(await second({ formId: 'cost', cost: '450' })).toBe(303);
  const now = () => readSession(house.attune.db, lead.schoolId, session);
  expect(now()).toMatchObject({ evaluation: 'Worth the morning.', costPence: 45_000 });
  const refused = await second({ formId: 'evaluation', evaluation: 'Too long.' });
  expect(refused).toMatchObject({ errors: { evaluation: theirs('Worth the morning.') } });
  expect(await first({ formId: 'cost', cost: '400' })).toMatchObject({
    errors: { cost: theirs('450.00') },
  });
  expect(now()).toMatchObject({ evaluation: 'Worth the morning.', costPence: 45_000 });
});

test('two tabs on a cohort’s name', async () => {
  const cohort = createCohort(house.attune, lead, 'Midday');
  const first = await tab(cohortPage, { cohort });
  const second = await tab(cohortPage, { cohort });
  expect(await first({ formId: 'name', name: 'Midday team' })).toBe(303);
  expect(await second({ formId: 'name', name: 'Lunch' })).toMatchObject({
    errors: { name: theirs('Midday team') },
    values: { name: 'Lunch' },
  });
  expect(cohortRow(house.attune.db, lead.schoolId, cohort).name).toBe('Midday team');
});

test('two tabs on who to tell', async () => {
  const first = await tab(whoToTellPage);
  const second = await tab(whoToTellPage);
  expect(await first({ headName: 'Hana Head' })).toBe(303);
  expect(await second({ deputySafeguardingLeadPhone: '01632 960 999' })).toBe(303);
  const now = readWhoToTell(house.attune.db, lead.schoolId);
  expect(now?.head.name).toBe('Hana Head');
  expect(now?.deputySafeguardingLead.phone).toBe('01632 960 999');
  expect(await second({ headName: 'Someone Else' })).toMatchObject({
    errors: { headName: theirs('Hana Head') },
  });
});

test('two tabs on the term dates', async () => {
  const first = await tab(termDates);
  const second = await tab(termDates);
  const terms = 'Autumn: 1 September 2026 to 18 December 2026';
  expect(await first({ terms })).toBe(303);
  expect(await second({ inset: '4 January 2027' })).toBe(303);
  const kinds = () => schoolDatesOf(house.attune.db, lead.schoolId).map(({ kind }) => kind);
  expect(kinds()).toEqual(expect.arrayContaining(['term', 'INSET']));
  expect(await second({ terms: 'Autumn: 2 September 2026 to 18 December 2026' })).toMatchObject({
    errors: { terms: theirs(terms) },
  });
});

test('two tabs on what will not change', async () => {
  ({ attune: house.attune, lead } = await openHouse());
  const first = await tab(beforeYouStart);
  const second = await tab(beforeYouStart);
  expect(await first({ willNotChange: 'Safety first.' })).toBe(303);
  expect(await second({ willNotChange: 'The policy stands.' })).toMatchObject({
    errors: { willNotChange: theirs('Safety first.') },
    values: { willNotChange: 'The policy stands.' },
  });
  expect(readWillNotChange(house.attune.db, lead.schoolId)).toBe('Safety first.');
});

test('two tabs on a report: a second answer does not replace the first without asking', async () => {
  ({ attune: house.attune, lead } = await openHouse());
  const report = crypto.randomUUID();
  sendReport(house.attune, lead, {
    id: report,
    module: slug,
    page: '',
    contentHash: house.attune.course.module(slug)?.contentHash ?? '',
    kind: 'unclear',
    words: '',
    named: false,
  });
  const first = await tab(reportPage, { report });
  const second = await tab(reportPage, { report });
  expect(await first({ answer: 'Mended.' })).toBe(303);
  expect(await second({ answer: 'We leave it.' })).toMatchObject({
    errors: { answer: theirs('Mended.') },
  });
  expect(reportOf(house.attune, lead.schoolId, report).answer).toBe('Mended.');
});

test('a tab of reminders that was opened before somebody was left out writes nothing to them', async () => {
  const [ann = '', bo = ''] = addPeople(house, lead, 2);
  const { db } = house.attune;
  db.update(person).set({ joinedAt: 1 }).run();
  const cohortId = createCohort(house.attune, lead, 'All');
  addToCohort(house.attune, lead, cohortId, [ann, bo]);
  assignModule(house.attune, lead, {
    ...{ cohortId, module: 'repair', dueOn: '2026-09-18', paidMinutes: 20, paidTime: 'INSET' },
  });
  const post = async (fields: [string, string][]) => {
    const cookie = await cookieFor(house, lead.personId);
    const form = new URLSearchParams([['formTag', formTagOf(lead.personId)], ...fields]);
    const asked = request(house, '/lead/reminders', { cookie });
    const sent = new Request(asked.request.url, {
      method: 'POST',
      headers: asked.request.headers,
      body: form,
    });
    return remindersPage.action({ ...asked, request: sent, params: {} });
  };
  const page: [string, string][] = [
    ['monday', '2026-09-07'],
    ['shown', ann],
    ['shown', bo],
  ];
  await post([...page, ['intent', 'leave out'], ['out', bo]]);
  const stale = await post([...page, ['intent', 'send']]);
  expect(stale instanceof Response && stale.headers.get('Location')).toBe(
    '/lead/outbox?done=reminders&n=1&not=1',
  );
  expect(db.select().from(message).all()).toMatchObject([{ personId: ann }]);

  // One of last week’s would send what nobody has read.
  const old = await post([
    ['monday', '2026-08-31'],
    ['shown', ann],
    ['intent', 'send'],
  ]);
  expect(old instanceof Response).toBe(false);
});
