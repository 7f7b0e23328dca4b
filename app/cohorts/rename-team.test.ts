import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { listStaff, readStaffMember } from '~/people/staff-list.server';
import { renamedIn, teamsHere } from '~/people/teams.server';
import { makeSchool, makeTestHouse, someone, type TestHouse } from '~/people/test-house';
import { event, person, school } from '~db/schema';
import { ruleOf, setRule } from './cohort-rules.server';
import { createCohort } from './cohorts.server';
import { membersOf } from './members.server';
import { renameTeamAndRules, type TeamRenamed } from './rename-team.server';
import { addToStaff } from './staff-changes.server';

let house: TestHouse;
let lead: Actor;
let n = 0;

beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
});

const add = (...teams: string[]) => {
  n += 1;
  return addToStaff(house.attune, lead, someone({ email: `t${n}@elm.example`, teams }));
};
const teamsOf = (id: string) => readStaffMember(house.attune.db, lead.schoolId, id).teams;
const teams = () => teamsHere(house.attune.db, lead.schoolId, '2026-09-07');
const rename = (more: Partial<TeamRenamed>) =>
  renameTeamAndRules(house.attune, lead, { from: 'Year 4', to: 'Year Four', join: false, ...more });
const events = () => house.attune.db.select({ verb: event.verb }).from(event).all().length;

test('a team has another name for everyone in it, with an event each and for nobody else', () => {
  const both = add('Phonics', 'Year 4');
  const one = add('year 4');
  const other = add('Kitchen');
  const before = events();
  rename({});
  expect([both, one, other].map(teamsOf)).toEqual([
    ['Phonics', 'Year Four'],
    ['Year Four'],
    ['Kitchen'],
  ]);
  expect(events() - before).toBe(2);
});

test('whoever has left keeps the name of their time, and whoever comes later gets the new one', () => {
  const left = add('Year 4');
  const stays = add('Year 4');
  recordLeaving(house.attune, lead, left, '2026-09-04');
  rename({ to: 'year 4' });
  expect([left, stays].map(teamsOf)).toEqual([['Year 4'], ['year 4']]);
  expect(teamsOf(add('YEAR 4'))).toEqual(['year 4']);
});

test('a name that another team has is asked about first; then the two are one, and cohorts follow', () => {
  const four = add('Year 4');
  const three = add('Year 3', 'Year 4');
  const kitchen = add('Year 3');
  const cohort = createCohort(house.attune, lead, 'Year 4 adults');
  setRule(house.attune, lead, cohort, {
    ...{ everyone: false, roleGroups: [], contracts: [], teams: ['year 4'] },
  });
  const inside = () =>
    membersOf(house.attune.db, lead.schoolId, cohort)
      .map(({ id }) => id)
      .sort();
  const before = events();
  expect(() => rename({ to: 'year 3' })).toThrow(/Year 3 already, with 2 people.*tick the box/);
  expect(events()).toBe(before);
  expect(inside()).toEqual([four, three].sort());
  rename({ to: 'Year 3', join: true });
  expect([four, three, kitchen].map(teamsOf)).toEqual([['Year 3'], ['Year 3'], ['Year 3']]);
  expect(ruleOf(house.attune.db, lead.schoolId, cohort)?.teams).toEqual(['Year 3']);
  expect(inside()).toEqual([four, three, kitchen].sort());
});

test('a team that is there no more cannot be renamed, and another school’s is never touched', () => {
  const { db } = house.attune;
  db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  const here = add('Year 4');
  const [row] = db.select().from(person).all();
  if (!row) throw new Error('no row');
  db.insert(person)
    .values({ ...row, id: 'elsewhere', schoolId: 'oak', email: 'o@oak.example', teams: ['Year 4'] })
    .run();
  rename({});
  expect(teamsOf(here)).toEqual(['Year Four']);
  expect(listStaff(db, 'oak').map((one) => one.teams)).toEqual([['Year 4']]);
  expect(() => rename({})).toThrow(/Nobody here is in a team of that name/);
});

test('teams are counted without leavers, each person once, in order', () => {
  const left = add('Art');
  recordLeaving(house.attune, lead, left, '2026-09-04');
  add('Year 4', 'Phonics');
  add('year  4');
  expect(teams().filter(({ name }) => name !== '')).toEqual([
    { name: 'Phonics', people: 1 },
    { name: 'Year 4', people: 2 },
  ]);
});

test('in a list that holds both names the new one stands once, where the first of them stood', () => {
  expect(renamedIn(['A', 'Old', 'B', 'new'], 'old', 'New')).toEqual(['A', 'New', 'B']);
  expect(renamedIn(['A', 'New'], 'Old', 'New')).toEqual(['A', 'New']);
});
