import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { event, eventDetail, school } from '~db/schema';
import {
  assignModule,
  assignmentsOf,
  openAssignments,
  withdrawAssignment,
} from './assignments.server';
import { createCohort, listCohorts, renameCohort } from './cohorts.server';
import { addToCohort, cohortsOf, membersOf, removeFromCohort } from './members.server';

const modules = [
  { slug: 'attachment-patterns', title: 'Attachment: patterns, not labels', minutes: 30 },
  { slug: 'repair', title: 'Repair', minutes: 20 },
];

let house: TestHouse;
let lead: Actor;
let oak: Actor;
let people: string[];
let tas: string;
beforeEach(async () => {
  house = makeTestHouse(modules);
  ({ lead } = await makeSchool(house));
  house.attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  oak = { personId: 'x', schoolId: 'oak', role: 'lead' };
  people = addPeople(house, lead, 3);
  tas = createCohort(house.attune, lead, 'Teaching assistants');
});

const give = (more: Partial<Parameters<typeof assignModule>[2]> = {}) =>
  assignModule(house.attune, lead, {
    cohortId: tas,
    module: 'attachment-patterns',
    dueOn: '2026-10-16',
    paidMinutes: 45,
    paidTime: 'Tuesday twilight, 3.30 to 4.15',
    ...more,
  });

/** Verb, person and data of the events about assignments, in order. */
function asked() {
  const { db } = house.attune;
  return db
    .select()
    .from(event)
    .orderBy(asc(event.seq))
    .all()
    .filter(({ verb }) => verb === 'assigned' || verb === 'exempted')
    .map(({ id, verb, object, module }) => {
      const details = db.select().from(eventDetail).where(eq(eventDetail.eventId, id)).all();
      return { verb, object, module, ...Object.fromEntries(details.map((d) => [d.name, d.value])) };
    });
}
const refused = (code: string) => expect.objectContaining({ name: 'CohortError', code });

test('a cohort has a name of its own at its school, which can be changed', () => {
  expect(() => createCohort(house.attune, lead, '  Teaching  assistants ')).toThrow(
    refused('name-used'),
  );
  expect(() => createCohort(house.attune, lead, 'teaching ASSISTANTS')).toThrow(
    /called Teaching assistants already/,
  );
  expect(createCohort(house.attune, oak, 'Teaching assistants')).toBeTruthy();
  renameCohort(house.attune, lead, tas, 'Key adults');
  renameCohort(house.attune, lead, tas, 'Key adults');
  expect(listCohorts(house.attune, lead.schoolId)).toEqual([
    { id: tas, name: 'Key adults', size: 0 },
  ]);
});

test('giving a module records one event for each member, with what later readers need', () => {
  addToCohort(house.attune, lead, tas, people.slice(0, 2));
  const assignmentId = give();
  expect(asked()).toHaveLength(2);
  expect(asked()[0]).toMatchObject({
    verb: 'assigned',
    object: assignmentId,
    module: 'attachment-patterns',
    actor: lead.personId,
    person: people[0],
    moduleTitle: 'Attachment: patterns, not labels',
    dueOn: '2026-10-16',
    publishedMinutes: 30,
    paidMinutes: 45,
  });
  expect(JSON.stringify(asked())).not.toContain('twilight');
});

test('a learner sees what their cohorts were given, the earliest due first', () => {
  addToCohort(house.attune, lead, tas, people.slice(0, 1));
  const later = give();
  const sooner = give({ module: 'repair', dueOn: '2026-09-30' });
  expect(assignmentsOf(house.attune.db, people[0] ?? '').map((one) => one.assignmentId)).toEqual([
    sooner,
    later,
  ]);
  expect(assignmentsOf(house.attune.db, people[0] ?? '')[0]).toMatchObject({
    module: 'repair',
    dueOn: '2026-09-30',
    paidMinutes: 45,
    paidTime: 'Tuesday twilight, 3.30 to 4.15',
  });
  expect(assignmentsOf(house.attune.db, people[1] ?? '')).toEqual([]);
});

test('whoever comes later is asked from then on, and nobody is asked twice', () => {
  addToCohort(house.attune, lead, tas, people.slice(0, 1));
  give();
  expect(addToCohort(house.attune, lead, tas, people)).toBe(2);
  expect(addToCohort(house.attune, lead, tas, people)).toBe(0);
  expect(asked().map((e) => 'person' in e && e.person)).toEqual(people);
});

test('whoever is taken out is no longer asked', () => {
  addToCohort(house.attune, lead, tas, people);
  const assignmentId = give();
  removeFromCohort(house.attune, lead, tas, people[1] ?? '');
  removeFromCohort(house.attune, lead, tas, people[1] ?? '');
  expect(asked().slice(3)).toEqual([
    expect.objectContaining({
      verb: 'exempted',
      object: assignmentId,
      person: people[1],
      reason: 'no longer in the cohort',
    }),
  ]);
  expect(cohortsOf(house.attune.db, people[1] ?? '')).toEqual([]);
});

test('a module taken back is asked of nobody, once', () => {
  addToCohort(house.attune, lead, tas, people);
  const assignmentId = give();
  withdrawAssignment(house.attune, lead, assignmentId);
  withdrawAssignment(house.attune, lead, assignmentId);
  expect(asked().filter(({ verb }) => verb === 'exempted')).toHaveLength(3);
  expect(openAssignments(house.attune.db, lead.schoolId)).toEqual([]);
  expect(assignmentsOf(house.attune.db, people[0] ?? '')).toEqual([]);
  expect(give()).not.toBe(assignmentId);
});

test('someone who has left is counted in no cohort and asked nothing', () => {
  addToCohort(house.attune, lead, tas, people.slice(0, 2));
  recordLeaving(house.attune, lead, people[0] ?? '', '2026-09-04');
  recordLeaving(house.attune, lead, people[2] ?? '', '2026-09-04');
  give();
  expect(addToCohort(house.attune, lead, tas, people)).toBe(0);
  expect(asked().map((e) => 'person' in e && e.person)).toEqual([people[1]]);
  expect(listCohorts(house.attune, lead.schoolId)[0]?.size).toBe(1);
});

test('what cannot be given is refused beside its field', () => {
  expect(() => give({ module: 'no-such' })).toThrow(expect.objectContaining({ field: 'module' }));
  expect(() => give({ dueOn: '2026-09-06' })).toThrow(expect.objectContaining({ field: 'dueOn' }));
  give({ dueOn: '2026-09-07' });
  expect(() => give()).toThrow(refused('assigned-already'));
});

test('another school can reach none of it', () => {
  addToCohort(house.attune, lead, tas, people.slice(0, 1));
  const assignmentId = give();
  const before = asked().length;
  const { attune } = house;
  const input = {
    cohortId: tas,
    module: 'repair',
    dueOn: '2026-10-16',
    paidMinutes: 1,
    paidTime: 'x',
  };
  const theirs = createCohort(attune, oak, 'Theirs');
  for (const reach of [
    () => renameCohort(attune, oak, tas, 'Taken over'),
    () => addToCohort(attune, oak, tas, []),
    () => addToCohort(attune, oak, theirs, people),
    () => removeFromCohort(attune, oak, tas, people[0] ?? ''),
    () => assignModule(attune, oak, input),
    () => withdrawAssignment(attune, oak, assignmentId),
  ]) {
    expect(reach).toThrow(refused('not-here'));
  }
  expect(membersOf(attune.db, oak.schoolId, tas)).toEqual([]);
  expect(openAssignments(attune.db, oak.schoolId, tas)).toEqual([]);
  expect(asked()).toHaveLength(before);
});
