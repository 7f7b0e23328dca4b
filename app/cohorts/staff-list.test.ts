import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { markOf } from '~/people/staff-list/apply.server';
import {
  answerImport,
  createImport,
  planImport,
  readOpenImport,
} from '~/people/staff-list/imports.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { rebuild } from '~/record/rebuild.server';
import { cohortMember, event } from '~db/schema';
import { assignModule, assignmentsOf } from './assignments.server';
import { createCohort } from './cohorts.server';
import { givePathway } from './given-pathways.server';
import { addToCohort } from './members.server';
import { bringListIn, undoList } from './staff-list.server';

let house: TestHouse;
let lead: Actor;
let id: string;
let tas: string;

beforeEach(async () => {
  house = makeTestHouse(
    [
      { slug: 'repair', title: 'Repair', minutes: 20 },
      { slug: 'calm', title: 'Calm', minutes: 20 },
    ],
    [
      {
        ...{ id: 'core', title: 'Core', for: 'Everyone' },
        modules: [{ module: 'calm', opens: 1, due: 4 }],
      },
    ],
  );
  ({ lead } = await makeSchool(house));
  [id = ''] = addPeople(house, lead, 1);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
  addToCohort(house.attune, lead, tas, [id]);
  give('repair', '2026-09-17');
});

const give = (module: string, dueOn: string) =>
  assignModule(house.attune, lead, {
    ...{ cohortId: tas, module, dueOn, paidMinutes: 30, paidTime: 'INSET' },
  });

/** Brings a list of these lines in, with these answers, and returns its id. */
function bring(lines: string[], given: Parameters<typeof answerImport>[3] = {}): string {
  const { attune } = house;
  const text = ['Name,E-mail,Start date', ...lines].join('\n');
  const list = createImport(attune, lead, { text, file: null });
  answerImport(attune, lead, list, given);
  const plan = planImport(attune.db, readOpenImport(attune.db, lead.schoolId, list), attune.now());
  bringListIn(attune, lead, list, markOf(plan));
  return list;
}

const asked = (personId = id) =>
  assignmentsOf(house.attune.db, personId)
    .map(({ module, dueOn }) => `${module} ${dueOn}`)
    .sort();
const verbs = () =>
  house.attune.db
    .select({ verb: event.verb })
    .from(event)
    .all()
    .map(({ verb }) => verb);
const head = 'Hana Head,head@elm.example,';

test('who a list takes to have left, and did not, is asked what they missed once it is undone', () => {
  const list = bring([head], { leavers: [id], leaveOn: '2026-09-06' });
  house.clock.set('2026-09-20T09:00:00Z');
  give('calm', '2026-10-20');
  expect(asked()).toEqual(['repair 2026-09-17']);
  house.clock.set('2026-09-30T09:00:00Z');
  undoList(house.attune, lead, list);
  expect(verbs().slice(-2)).toEqual(['leaving corrected', 'assigned']);
  expect(asked()).toEqual(['calm 2026-10-30', 'repair 2026-09-17']);
  expect(rebuild(house.attune.db)).toBeNull();
});

test('who is back in a list is asked what they missed, and has as long as the others', () => {
  recordLeaving(house.attune, lead, id, '2026-09-30');
  house.clock.set('2026-10-10T09:00:00Z');
  give('calm', '2026-11-09');
  house.clock.set('2027-01-04T09:00:00Z');
  bring(['Person 0,p0@elm.example,2027-01-04']);
  expect(asked()).toEqual(['calm 2027-02-03', 'repair 2027-01-14']);
  expect(rebuild(house.attune.db)).toBeNull();
});

test('of a leaver who never left the record says so, and nothing is put off for them', () => {
  recordLeaving(house.attune, lead, id, '2026-09-06');
  house.clock.set('2026-09-10T09:00:00Z');
  bring(['Person 0,p0@elm.example,'], { rows: { 2: 'stayed' } });
  expect(verbs().at(-1)).toBe('leaving corrected');
  expect(asked()).toEqual(['repair 2026-09-17']);
});

test('an addition that is undone leaves its cohorts, and is asked nothing any more', () => {
  const list = bring(['Sam Lee,sam@elm.example,2026-09-01']);
  const { attune } = house;
  const sam = attune.db.select().from(event).all().at(-1)?.object ?? '';
  addToCohort(attune, lead, tas, [sam]);
  expect(asked(sam)).toHaveLength(1);
  undoList(attune, lead, list);
  expect(asked(sam)).toEqual([]);
  expect(verbs().slice(-2)).toEqual(['left', 'exempted']);
  expect(attune.db.select().from(cohortMember).all()).toMatchObject([{ personId: id }]);
  bring(['Sam Lee,sam@elm.example,2026-09-01']);
  expect(asked(sam)).toEqual([]);
  expect(rebuild(attune.db)).toBeNull();
});

test('a list that says another first day moves that person’s own dates on a pathway, undoing it moves them back', () => {
  givePathway(house.attune, lead, {
    ...{ cohortId: tas, pathway: 'core', startsOn: '2026-09-07', paidTime: 'INSET' },
    steps: [{ module: 'calm', opensOn: '2026-09-07', dueOn: '2026-10-02', paidMinutes: 30 }],
  });
  expect(asked()).toEqual(['calm 2026-10-02', 'repair 2026-09-17']);
  const list = bring(['Person 0,p0@elm.example,2026-09-14']);
  expect(asked()).toEqual(['calm 2026-10-09', 'repair 2026-09-17']);
  undoList(house.attune, lead, list);
  expect(asked()).toEqual(['calm 2026-10-02', 'repair 2026-09-17']);
  expect(rebuild(house.attune.db)).toBeNull();
});
