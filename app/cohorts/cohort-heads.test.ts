import { beforeEach, expect, test } from 'vitest';
import { loader } from '~/pages/learn/my-cohort';
import type { Actor } from '~/people/actor';
import {
  addPeople,
  cookieFor,
  makeSchool,
  makeTestHouse,
  request,
  type TestHouse,
  thrownBy,
} from '~/people/test-house';
import { event } from '~db/schema';
import { assignModule } from './assignments.server';
import { cohortsLedBy, headsOf, nameHead, unnameHead } from './cohort-heads.server';
import { createCohort } from './cohorts.server';
import { addToCohort } from './members.server';

let house: TestHouse;
let lead: Actor;
let head: string;
let member: string;
let outside: string;
let maths: string;

beforeEach(async () => {
  house = makeTestHouse([
    { slug: 'repair', title: 'Repair', minutes: 20 },
    { slug: 'starter', title: 'Starter', minutes: 15 },
  ]);
  ({ lead } = await makeSchool(house));
  [head = '', member = '', outside = ''] = addPeople(house, lead, 3);
  maths = createCohort(house.attune, lead, 'Maths');
  addToCohort(house.attune, lead, maths, [member]);
  const given = { dueOn: '2026-10-07', paidMinutes: 30, paidTime: 'INSET' };
  assignModule(house.attune, lead, { cohortId: maths, module: 'repair', ...given });
  const everyone = createCohort(house.attune, lead, 'Everyone');
  addToCohort(house.attune, lead, everyone, [member, outside]);
  assignModule(house.attune, lead, { cohortId: everyone, module: 'starter', ...given });
});

const open = async (personId: string, cohort = maths) => {
  const cookie = await cookieFor(house, personId);
  return await loader({ ...request(house, '/my-cohort/x', { cookie }), params: { cohort } });
};

test('the head of a cohort sees its people and what it was given, and nothing else', async () => {
  nameHead(house.attune, lead, maths, head);
  const page = await open(head);
  expect(page.choices.modules).toEqual([{ slug: 'repair', title: 'Repair' }]);
  expect(page.people.map(({ id, cells }) => [id, cells])).toEqual([
    [member, [{ status: 'not started', on: '2026-10-07' }]],
  ]);
  expect(JSON.stringify(page)).not.toContain(outside);
});

test('nobody opens a cohort that they do not lead: not its members, not its lead any more, not another school’s', async () => {
  nameHead(house.attune, lead, maths, head);
  expect((await thrownBy(() => open(member))).status).toBe(404);
  expect(cohortsLedBy(house.attune.db, { schoolId: 'another', personId: head })).toEqual([]);
  unnameHead(house.attune, lead, maths, head);
  expect((await thrownBy(() => open(head))).status).toBe(404);
  expect(headsOf(house.attune, lead.schoolId, maths)).toEqual([]);
});

test('naming and taking back are on the record once each, and only one’s own school can do either', () => {
  nameHead(house.attune, lead, maths, head);
  nameHead(house.attune, lead, maths, head);
  const stranger = { ...lead, schoolId: 'another' };
  expect(() => nameHead(house.attune, stranger, maths, head)).toThrow(/no such cohort/);
  unnameHead(house.attune, stranger, maths, head);
  expect(headsOf(house.attune, lead.schoolId, maths)).toHaveLength(1);
  unnameHead(house.attune, lead, maths, head);
  const verbs = house.attune.db.select({ verb: event.verb }).from(event).all();
  const about = verbs.filter(({ verb }) => /^role/.test(verb)).slice(-2);
  expect(about.map(({ verb }) => verb)).toEqual(['role given', 'role taken away']);
});
