import { beforeEach, expect, test } from 'vitest';
import { createCohort } from '~/cohorts/cohorts.server';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import type { Actor } from '~/people/actor';
import { formTagOf } from '~/people/form-tag.server';
import { cookieFor, makeSchool, makeTestHouse, request, type TestHouse } from '~/people/test-house';
import * as assign from './assign';
import * as termDates from './term-dates';

let house: TestHouse;
let lead: Actor;
beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
});

type Fields = Record<string, string>;

/** What a form comes back with, in words by field; or the status of a redirect. */
async function send(
  // biome-ignore lint/suspicious/noExplicitAny: each route answers in its own way, and what matters here is its errors.
  action: (args: any) => Promise<any>,
  typed: Fields,
): Promise<Fields | number> {
  const cookie = await cookieFor(house, lead.personId);
  const form = { formTag: formTagOf(lead.personId), ...typed };
  const answer = await action({ ...request(house, '/page', { cookie, form }), params: {} });
  if (answer instanceof Response) return answer.status;
  const errors = Object.entries(answer.data.errors as Record<string, string[]>);
  return Object.fromEntries(errors.map(([name, words]) => [name, words.join(' ')]));
}

const autumn = 'Autumn: 1 September 2026 to 18 December 2026';
const stored = () => schoolDatesOf(house.attune.db, lead.schoolId).map(({ kind }) => kind);

test('an emptied box of terms is asked about, whatever else is typed, and saved once that is ticked', async () => {
  expect(await send(termDates.action, { terms: autumn, inset: '1 September 2026' })).toBe(303);
  const emptied = { terms: '', inset: '1 September 2026' };
  expect(await send(termDates.action, emptied)).toMatchObject({
    terms: expect.stringContaining('There was one term here'),
  });
  expect(stored()).toContain('term');
  expect(await send(termDates.action, { ...emptied, noTerms: 'yes' })).toBe(303);
  expect(stored()).toEqual(['INSET']);
  expect(await send(termDates.action, emptied)).toBe(303);
});

test('a due date that is no school day is asked about, and kept once the box for that day is ticked', async () => {
  await send(termDates.action, { terms: autumn });
  const cohort = createCohort(house.attune, lead, 'Everyone');
  const given = { cohort, module: 'repair', paidMinutes: '30', paidTime: 'Tuesday twilight' };
  const saturday = { ...given, dueOn: '2026-12-05' };
  const asked = { dueOn: expect.stringContaining('Friday 4 December 2026') };
  expect(await send(assign.action, saturday)).toMatchObject(asked);
  expect(await send(assign.action, { ...saturday, anyway: '2026-12-06' })).toMatchObject(asked);
  expect(await send(assign.action, { ...saturday, anyway: '2026-12-05' })).toBe(303);
});
