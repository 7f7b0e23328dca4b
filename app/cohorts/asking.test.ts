import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { addPerson } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, someone, type TestHouse } from '~/people/test-house';
import { append } from '~/record/append.server';
import { linesAsAt } from '~/record/rows.server';
import { inTransaction } from '~db/client.server';
import { assignModule, assignmentsOf, reachOf } from './assignments.server';
import { createCohort } from './cohorts.server';
import { readGrid } from './grid.server';
import { addToCohort, membersOf } from './members.server';

let house: TestHouse;
let lead: Actor;
let people: string[];
let tas: string;
async function makeAgain(version = 1) {
  house = makeTestHouse([{ slug: 'repair', title: 'Repair', minutes: 20, version }]);
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 3);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
}
beforeEach(() => makeAgain());

const give = (dueOn = '2026-10-07') =>
  assignModule(house.attune, lead, {
    cohortId: tas,
    module: 'repair',
    dueOn,
    paidMinutes: 30,
    paidTime: 'INSET',
  });

function complete(personId: string, version: number, cpdType: 'e-learning' | 'known already') {
  const { attune } = house;
  inTransaction(attune.db, (tx) => {
    append(tx, attune.now(), {
      school: lead.schoolId,
      verb: 'completed',
      object: `enrolment of ${personId} in version ${version}`,
      actor: personId,
      actorRole: 'staff',
      person: personId,
      happenedOn: '2026-09-07',
      module: 'repair',
      contentHash: 'a'.repeat(64),
      data: {
        ...{ moduleTitle: 'Repair', version, publishedMinutes: 20, outcomes: ['Mend'], cpdType },
        ...{ standardMet: true, ruleVersion: 1, name: 'Person', code: `CODE-${personId}` },
      },
    });
  });
}

/** Status of each person’s lines, as an export has them. */
const statuses = () => {
  const lines = linesAsAt(house.attune.db, lead.schoolId, 1e9);
  return people.map((id) =>
    lines
      .filter((l) => l.personId === id)
      .map((l) => l.status)
      .sort(),
  );
};

test('those who have done a module already are not asked again, whichever way they come to it', () => {
  const [first = '', second = '', third = ''] = people;
  complete(first, 1, 'e-learning');
  complete(second, 1, 'known already');
  addToCohort(house.attune, lead, tas, [first, third]);
  const assignmentId = give();
  addToCohort(house.attune, lead, tas, [second]);
  expect(statuses()).toEqual([['current'], ['current'], ['due']]);
  expect(assignmentsOf(house.attune.db, first)).toEqual([]);
  const members = membersOf(house.attune.db, lead.schoolId, tas);
  expect(reachOf(house.attune, lead.schoolId, { assignmentId, module: 'repair' }, members)).toEqual(
    { asked: 1, done: 2 },
  );
});

test('those who completed only an earlier version are asked for the newer one', async () => {
  await makeAgain(2);
  const [first = '', second = ''] = people;
  complete(first, 1, 'e-learning');
  complete(second, 2, 'e-learning');
  addToCohort(house.attune, lead, tas, people);
  give();
  expect(statuses()).toEqual([['current', 'refresh due'], ['current'], ['due']]);
});

test('whoever comes later has as long as the others had, and the overview and first screen agree', () => {
  const [first = '', second = ''] = people;
  addToCohort(house.attune, lead, tas, [first]);
  give('2026-10-07');
  house.clock.set('2027-01-04T09:00:00Z');
  const toCome = addPerson(
    house.attune,
    lead,
    someone({ email: 'new@elm.example', startDate: '2027-02-01' }),
  );
  addToCohort(house.attune, lead, tas, [second, toCome]);
  const due = (id: string) => assignmentsOf(house.attune.db, id).map(({ dueOn }) => dueOn);
  expect([first, second, toCome].map(due)).toEqual([
    ['2026-10-07'],
    ['2027-02-03'],
    ['2027-03-03'],
  ]);
  const grid = readGrid(house.attune, lead.schoolId, { hands: [] });
  const cell = grid.people.find(({ id }) => id === second)?.cells[0];
  expect(cell).toMatchObject({ status: 'not started', on: '2027-02-03' });
});

test('nobody is overdue on the day they are asked, or before their first day, whenever they come', () => {
  const days = fc.integer({ min: 0, max: 400 });
  let n = 0;
  fc.assert(
    fc.property(days, days, days, (length, later, starts) => {
      house.clock.set('2026-09-07T09:00:00Z');
      n += 1;
      const cohortId = createCohort(house.attune, lead, `Cohort ${n}`);
      const day = (after: number) =>
        new Date(Date.UTC(2026, 8, 7 + after)).toISOString().slice(0, 10);
      assignModule(house.attune, lead, {
        ...{ cohortId, module: 'repair', dueOn: day(length), paidMinutes: 30, paidTime: 'INSET' },
      });
      house.clock.set(`${day(later)}T09:00:00Z`);
      const id = addPerson(
        house.attune,
        lead,
        someone({ email: `later${n}@elm.example`, startDate: day(starts) }),
      );
      addToCohort(house.attune, lead, cohortId, [id]);
      const [asked] = assignmentsOf(house.attune.db, id);
      expect(asked?.dueOn).toBe(day(Math.max(later, starts) + length));
    }),
    { numRuns: 30 },
  );
});
