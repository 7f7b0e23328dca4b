import { beforeEach, expect, test } from 'vitest';
import { assignModule, assignmentsOf } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import type { Actor } from '~/people/actor';
import { formTagOf } from '~/people/form-tag.server';
import { addPerson } from '~/people/staff.server';
import {
  cookieFor,
  makeSchool,
  makeTestHouse,
  request,
  someone,
  type TestHouse,
} from '~/people/test-house';
import { append } from '~/record/append.server';
import { inTransaction } from '~db/client.server';
import { enrolment } from '~db/schema';
import { action, loader } from './completions';

let house: TestHouse;
let lead: Actor;
let person: string;
beforeEach(async () => {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20 }]);
  ({ lead } = await makeSchool(house));
  person = addPerson(house.attune, lead, someone());
  const given = { module: 'repair', dueOn: '2026-10-20', paidMinutes: 20, paidTime: 'Friday' };
  const cohortId = createCohort(house.attune, lead, 'All');
  assignModule(house.attune, lead, { cohortId, ...given });
  addToCohort(house.attune, lead, cohortId, [person]);
});

function complete(id: string): string {
  const { db, now } = house.attune;
  const at = now();
  return inTransaction(db, (tx) => {
    const about = {
      ...{ school: lead.schoolId, object: id, person, module: 'repair', contentHash: 'c0ffee' },
      ...{ actor: person, actorRole: 'learner', happenedOn: '2026-09-07' },
    } as const;
    append(tx, at, {
      ...{ ...about, verb: 'started' },
      data: { moduleTitle: 'Repair', version: 1, publishedMinutes: 20 },
    });
    const { id: completionId } = append(tx, at, {
      ...{ ...about, verb: 'completed' },
      data: {
        ...{ moduleTitle: 'Repair', publishedMinutes: 20, version: 1, outcomes: [], code: id },
        ...{ cpdType: 'e-learning', standardMet: true, ruleVersion: 1, name: 'Tara' },
      },
    });
    tx.insert(enrolment)
      .values({
        ...{ id, schoolId: lead.schoolId, personId: person, module: 'repair', version: 1 },
        ...{ contentHash: 'c0ffee', knownAlready: false, startedAt: at.getTime() },
        ...{ completedAt: at.getTime(), completionId, ruleVersion: 1 },
      })
      .run();
    return completionId;
  });
}

const params = () => ({ person });
async function opened() {
  const cookie = await cookieFor(house, lead.personId);
  return loader({ ...request(house, '/page', { cookie }), params: params() });
}
async function send(completion: string, more: Record<string, string>) {
  const cookie = await cookieFor(house, lead.personId);
  const form = {
    ...{ formTag: formTagOf(lead.personId), formId: 'withdraw', completion, sure: 'yes' },
    ...{ reason: 'recorded in error', read: 'goes', ...more },
  };
  return action({ ...request(house, '/page', { cookie, form }), params: params() });
}

test('a day that was left out is asked for, nothing is withdrawn, and all that was typed comes back', async () => {
  const completion = complete('one');
  const answer = await send(completion, { dueOn: '' });
  expect(answer).toMatchObject({
    data: {
      errors: { dueOn: ['Choose the day by which they are to do it, today or later.'] },
      values: { completion, reason: 'recorded in error', read: 'goes', dueOn: '', sure: 'yes' },
    },
    init: { status: 400 },
  });
  expect((await opened()).completions).toMatchObject([{ completionId: completion }]);
  const done = await send(completion, { dueOn: '2026-11-02' });
  expect((done as Response).headers.get('Location')).toMatch(/done=withdrawn$/);
  expect(assignmentsOf(house.attune.db, person)).toMatchObject([{ dueOn: '2026-11-02' }]);
});

test('where another completion stands, no day is asked for, and the lead is told that no notice is shown', async () => {
  const first = complete('one');
  complete('two');
  expect((await opened()).completions).toMatchObject([
    { anotherStands: true, askedBy: null },
    { anotherStands: true, askedBy: null },
  ]);
  const done = await send(first, { dueOn: '' });
  expect((done as Response).headers.get('Location')).toMatch(/done=withdrawn-one-of-two$/);
  expect(assignmentsOf(house.attune.db, person)).toEqual([]);
  expect((await opened()).completions).toMatchObject([
    { anotherStands: false, askedBy: '2026-10-20' },
  ]);
});
