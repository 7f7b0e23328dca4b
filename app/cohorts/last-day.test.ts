import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { leaverWith } from '~/people/last-day.server';
import { recordLeaving } from '~/people/staff.server';
import { readStaffMember } from '~/people/staff-list.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { sizeAsAt } from '~/record/as-at.server';
import { laterEntries } from '~/record/later-entries.server';
import { rebuild } from '~/record/rebuild.server';
import { linesAsAt, staffAsAt } from '~/record/rows.server';
import { event } from '~db/schema';
import { assignModule, assignmentsOf } from './assignments.server';
import { createCohort } from './cohorts.server';
import { readGrid } from './grid.server';
import { putLastDayRight } from './last-day.server';
import { addToCohort } from './members.server';

let house: TestHouse;
let lead: Actor;
let id: string;
let tas: string;
const give = (module: string, dueOn: string) =>
  assignModule(house.attune, lead, {
    ...{ cohortId: tas, module, dueOn, paidMinutes: 30, paidTime: 'INSET' },
  });
beforeEach(async () => {
  house = makeTestHouse([
    { slug: 'repair', title: 'Repair', minutes: 20 },
    { slug: 'calm', title: 'Calm', minutes: 20 },
  ]);
  ({ lead } = await makeSchool(house));
  [id = ''] = addPeople(house, lead, 2);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
  addToCohort(house.attune, lead, tas, [id]);
  give('repair', '2026-09-17');
  recordLeaving(house.attune, lead, id, '2026-09-30');
  house.clock.set('2026-10-10T09:00:00Z');
  give('calm', '2026-11-09');
  house.clock.set('2026-12-01T09:00:00Z');
});
const newest = () => house.attune.db.select().from(event).all().at(-1)?.verb;
const member = () => readStaffMember(house.attune.db, lead.schoolId, id);
const asked = () => assignmentsOf(house.attune.db, id).map(({ module, dueOn }) => [module, dueOn]);

/** The first screen, the overview and the export say the same of what is asked. */
function expectAgreed(expected: [module: string, dueOn: string][]) {
  const { db } = house.attune;
  expect(asked()).toEqual(expected);
  const lines = linesAsAt(db, lead.schoolId, 1e9, { person: id });
  expect(lines.map(({ module, dueOn }) => [module, dueOn]).sort()).toEqual([...expected].sort());
  const grid = readGrid(house.attune, lead.schoolId, { hands: [] });
  const cells = grid.people.find((one) => one.id === id)?.cells ?? [];
  const shown = grid.modules.map(({ slug }, n) => [slug, cells[n]?.on ?? '']);
  expect(shown.sort()).toEqual([...expected].sort());
}

test('someone who came back has a second beginning, and as long as the others for what is asked', () => {
  putLastDayRight(house.attune, lead, id, { why: 'came back', day: '2027-01-04' });
  expect(member()).toMatchObject({ startDate: '2027-01-04', leaveDate: null });
  const { db } = house.attune;
  const then = staffAsAt(db, lead.schoolId, sizeAsAt(db, lead.schoolId, '2026-10-15'));
  expect(then.find(({ personId }) => personId === id)).toMatchObject({
    startDate: '2026-09-01',
    leaveDate: '2026-09-30',
  });
  house.clock.set('2027-01-04T09:00:00Z');
  expectAgreed([
    ['repair', '2027-01-14'],
    ['calm', '2027-02-03'],
  ]);
  expect(rebuild(db)).toBeNull();
});

test('a last day recorded by mistake is corrected as one, and what was missed is asked', () => {
  const { db } = house.attune;
  putLastDayRight(house.attune, lead, id, { why: 'mistake' });
  expect(member()).toMatchObject({ startDate: '2026-09-01', leaveDate: null });
  expectAgreed([
    ['repair', '2026-09-17'],
    ['calm', '2026-12-31'],
  ]);
  const size = sizeAsAt(db, lead.schoolId, '2026-10-15');
  const later = laterEntries(db, lead.schoolId, {
    ...{ date: '2026-10-15', size, limit: 9, filter: { person: id } },
  });
  expect(later.entries).toMatchObject([{ verb: 'leaving corrected', happenedOn: '2026-09-30' }]);
  expect(rebuild(db)).toBeNull();
});

test('a last day can be moved, and whoever stays away is asked nothing', () => {
  putLastDayRight(house.attune, lead, id, { why: 'wrong day', day: '2026-10-02' });
  expect(member().leaveDate).toBe('2026-10-02');
  expect(newest()).toBe('leaving corrected');
  const before = house.attune.db.select().from(event).all().length;
  putLastDayRight(house.attune, lead, id, { why: 'wrong day', day: '2026-10-02' });
  expect(house.attune.db.select().from(event).all()).toHaveLength(before);
  expect(asked()).toEqual([['repair', '2026-09-17']]);
});

test('a day that does not fit is refused, and so is a last day that was never recorded', () => {
  const right = (change: Parameters<typeof putLastDayRight>[3]) => () =>
    putLastDayRight(house.attune, lead, id, change);
  expect(right({ why: 'came back', day: '2026-09-30' })).toThrow(/after their last day/);
  expect(right({ why: 'wrong day', day: '2026-08-31' })).toThrow(/before the first day/);
  right({ why: 'mistake' })();
  expect(right({ why: 'mistake' })).toThrow(/no last day/);
});

test('who is added again with a leaver’s address is known', () => {
  const { db } = house.attune;
  const given = (email: string) => ({ email, staffNumber: null });
  expect(leaverWith(db, lead.schoolId, given(' P0@elm.example '))).toMatchObject({ id });
  expect(leaverWith(db, lead.schoolId, given('p1@elm.example'))).toBeNull();
  expect(leaverWith(db, 'oak', given('p0@elm.example'))).toBeNull();
  expect(leaverWith(db, lead.schoolId, given(''))).toBeNull();
});
