import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { makeSchool, makeTestHouse, someone, type TestHouse } from '~/people/test-house';
import { event } from '~db/schema';
import { assignModule, assignmentsOf } from './assignments.server';
import { dropRule, ruleOf, setRule } from './cohort-rules.server';
import { createCohort } from './cohorts.server';
import { movementUnder } from './follow-rules.server';
import { putLastDayRight } from './last-day.server';
import { addToCohort, membersOf, removeFromCohort } from './members.server';
import { fits, ruleInWords } from './rule';
import { addToStaff, changeStaff } from './staff-changes.server';

let house: TestHouse;
let lead: Actor;
let midday: string;
let n = 0;
const rule = { everyone: false, roleGroups: ['midday' as const], teams: [], contracts: [] };

beforeEach(async () => {
  house = makeTestHouse([{ slug: 'starter', title: 'Starter', minutes: 15 }]);
  ({ lead } = await makeSchool(house));
  midday = createCohort(house.attune, lead, 'Midday');
});

const details = (more: Parameters<typeof someone>[0]) => {
  n += 1;
  return someone({ email: `m${n}@elm.example`, roleGroup: 'midday', ...more });
};
const add = (more: Parameters<typeof someone>[0] = {}) =>
  addToStaff(house.attune, lead, details(more));
const inside = () => membersOf(house.attune.db, lead.schoolId, midday).map(({ id }) => id);
const asked = (id: string) => assignmentsOf(house.attune.db, id).length;
const give = () =>
  assignModule(house.attune, lead, {
    ...{ cohortId: midday, module: 'starter', dueOn: '2026-10-07', paidMinutes: 15 },
    paidTime: 'Before your shift',
  });

test('a cohort by rule has whoever fits, and whoever joins, and asks them', () => {
  const first = add();
  const teacher = add({ roleGroup: 'teacher' });
  give();
  setRule(house.attune, lead, midday, rule);
  const later = add({ name: 'Zoe Later' });
  expect(inside()).toEqual([first, later]);
  expect([first, later, teacher].map(asked)).toEqual([1, 1, 0]);
  expect(ruleOf(house.attune.db, lead.schoolId, midday)).toEqual(rule);
});

test('whoever fits no more goes and is not asked, with an event; whoever fits again comes back', () => {
  setRule(house.attune, lead, midday, rule);
  give();
  const one = details({});
  const id = addToStaff(house.attune, lead, one);
  changeStaff(house.attune, lead, id, { ...one, roleGroup: 'kitchen' });
  expect(inside()).toEqual([]);
  expect(asked(id)).toBe(0);
  const verbs = house.attune.db.select({ verb: event.verb }).from(event).all();
  expect(verbs.filter(({ verb }) => verb === 'exempted')).toHaveLength(1);
  changeStaff(house.attune, lead, id, one);
  expect(inside()).toEqual([id]);
  expect(asked(id)).toBe(1);
});

test('put in by hand they stay, and taken out by hand they stay out until they are put in again', () => {
  const teacher = add({ roleGroup: 'teacher' });
  const helper = add();
  setRule(house.attune, lead, midday, rule);
  addToCohort(house.attune, lead, midday, [teacher]);
  removeFromCohort(house.attune, lead, midday, helper);
  add({ roleGroup: 'office' });
  expect(inside()).toEqual([teacher]);
  addToCohort(house.attune, lead, midday, [helper]);
  expect(new Set(inside())).toEqual(new Set([teacher, helper]));
});

test('leavers come into nothing, and whoever comes back does', () => {
  const id = add();
  recordLeaving(house.attune, lead, id, '2026-09-04');
  setRule(house.attune, lead, midday, rule);
  expect(inside()).toEqual([]);
  putLastDayRight(house.attune, lead, id, { why: 'came back', day: '2026-09-07' });
  expect(inside()).toEqual([id]);
});

test('without its rule a cohort keeps who is in it, and follows nobody', () => {
  const id = add();
  setRule(house.attune, lead, midday, rule);
  dropRule(house.attune, lead, midday);
  add();
  expect(inside()).toEqual([id]);
});

test('looked at first, a rule says who would come and go and changes nothing', () => {
  const id = add();
  const { db, now } = house.attune;
  const { come, go } = movementUnder(db, now(), lead.schoolId, midday, rule);
  expect([come.map((one) => one.id), go]).toEqual([[id], []]);
  expect(inside()).toEqual([]);
});

test('a rule that asks nothing is refused, and another school’s cohort is not there', () => {
  expect(() => setRule(house.attune, lead, midday, { ...rule, roleGroups: [] })).toThrow(/Tick/);
  const stranger = { ...lead, schoolId: 'another' };
  expect(() => setRule(house.attune, stranger, midday, rule)).toThrow(/no such cohort/);
  expect(() => dropRule(house.attune, stranger, midday)).toThrow(/no such cohort/);
});

test('of each list any one is enough, every list that is not empty must fit, and capitals do not matter', () => {
  const both = { ...rule, teams: ['Year 4', 'Phonics'] };
  expect(fits(both, { roleGroup: 'midday', teams: ['year  4'], contract: 'agency' })).toBe(true);
  expect(fits(both, { roleGroup: 'midday', teams: ['Year 5'], contract: 'agency' })).toBe(false);
  expect(fits(both, { roleGroup: 'teacher', teams: ['Phonics'], contract: 'agency' })).toBe(false);
  expect(ruleInWords(both, { midday: { name: 'lunchtime team' } })).toBe(
    'All staff whose role group is lunchtime team and who are in Year 4 or Phonics',
  );
  const words = fc.subarray(['a', 'b', 'c']);
  fc.assert(
    fc.property(words, words, (teams, theirs) => {
      const one = { roleGroup: 'midday', teams: theirs, contract: 'permanent' };
      const wanted = { ...rule, roleGroups: [], teams };
      expect(fits(wanted, one)).toBe(teams.some((team) => theirs.includes(team)));
      expect(fits({ ...wanted, everyone: true }, one)).toBe(true);
    }),
  );
});
