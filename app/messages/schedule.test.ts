import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { saveSchoolDates } from '~/cohorts/school-calendar.server';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { leave, message, person, type Weekday } from '~db/schema';
import { choiceOf, saveChoice } from './choice.server';
import { leaveOut, writeDigests } from './digests.server';
import { previewDigests } from './preview.server';
import { nextRun, runSchedules, saveSchedule, scheduleOf } from './schedule.server';
import { textOf } from './write.server';

const slug = 'co-regulation';
let house: TestHouse;
let lead: Actor;
let people: string[];

/** Monday 7 September 2026, ten o'clock; four people asked for a module by the 18th, all but the last joined. */
beforeEach(async () => {
  house = makeTestHouse([{ slug, title: 'Co-regulation', minutes: 25 }]);
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 4);
  const cohortId = createCohort(house.attune, lead, 'All');
  addToCohort(house.attune, lead, cohortId, people);
  assignModule(house.attune, lead, {
    ...{ cohortId, module: slug, dueOn: '2026-09-18', paidMinutes: 45 },
    paidTime: 'Wednesday assembly',
  });
  for (const id of people.slice(0, 3)) {
    house.attune.db.update(person).set({ joinedAt: 1 }).where(eq(person.id, id)).run();
  }
});

const preview = () => previewDigests(house.attune, lead.schoolId, 'Elm Road Primary');
const names = () => preview().wouldGet.map(({ name }) => name);
const why = () => preview().not.map((one) => `${one.name}: ${one.why}`);
const rows = (kind: 'digest' | 'lead digest' = 'digest') =>
  house.attune.db.select().from(message).where(eq(message.kind, kind)).all();
const write = () => writeDigests(house.attune, lead.schoolId, lead.personId);
const id = (n: number) => people[n] ?? '';
const run = (iso: string) => {
  house.clock.set(iso);
  runSchedules(house.attune);
};

test('the preview is what goes: to whom, why, and word for word', () => {
  const { wouldGet, monday } = preview();
  expect(monday).toBe('2026-09-07');
  expect(names()).toEqual(['Person 0', 'Person 1', 'Person 2']);
  expect(why()).toEqual(['Person 3: not joined']);
  expect(wouldGet[0]?.due).toMatchObject([{ title: 'Co-regulation', dueOn: '2026-09-18' }]);
  expect(write()).toBe(3);
  expect(rows().map(({ subject }) => subject)).toEqual(wouldGet.map(({ subject }) => subject));
  expect(rows().every(({ replyTo, text }) => replyTo === 'lead@elm.example' && text)).toBe(true);
});

test('one a week: whoever has this week’s, or one that still waits, gets no other', () => {
  expect(write()).toBe(3);
  expect(write()).toBe(0);
  expect(why()).toContain('Person 0: had one');
  house.clock.set('2026-09-14T09:00:00Z');
  expect(write(), 'last week’s still wait').toBe(0);
  house.attune.db.update(message).set({ state: 'sent', settledAt: 1 }).run();
  expect(write()).toBe(3);
});

test('whoever the lead has not read about waits for another time', () => {
  const { attune } = house;
  expect(writeDigests(attune, lead.schoolId, lead.personId, new Set([id(0), 'x']))).toBe(1);
  expect(rows()).toMatchObject([{ personId: id(0), writtenBy: lead.personId }]);
  expect(names()).toEqual(['Person 1', 'Person 2']);
});

test('one that waited into a new week and went then counts for that week', () => {
  write();
  house.clock.set('2026-09-14T09:00:00Z');
  const settledAt = Date.parse('2026-09-14T07:00:00Z');
  house.attune.db.update(message).set({ state: 'sent', settledAt }).run();
  expect(write()).toBe(0);
});

test('the tone is each person’s own', () => {
  saveChoice(house.attune, id(0), { tone: 'required', days: [] });
  saveChoice(house.attune, id(1), { tone: 'brief', days: [4] });
  expect(choiceOf(house.attune.db, id(0)).days).toEqual([1, 2, 3, 4, 5]);
  expect(names()).toEqual(['Person 1', 'Person 2']);
  expect(why()).toContain('Person 0: wants required only');
  expect(new Date(preview().wouldGet[0]?.at ?? 0).toISOString()).toBe('2026-09-10T07:00:00.000Z');
  house.clock.set('2026-09-14T09:00:00Z');
  expect(names()).toContain('Person 0');
});

test('the working days on the staff list are kept to', () => {
  const set = (n: number, workingDays: Weekday[]) =>
    house.attune.db
      .update(person)
      .set({ workingDays })
      .where(eq(person.id, id(n)))
      .run();
  set(0, ['Thursday', 'Friday']);
  saveChoice(house.attune, id(0), { tone: 'gentle', days: [1, 5] });
  expect(new Date(preview().wouldGet[0]?.at ?? 0).toISOString()).toBe('2026-09-11T07:00:00.000Z');
});

test('nobody away, gone or not yet begun is written to', () => {
  house.attune.db
    .insert(leave)
    .values({
      ...{ id: 'l', schoolId: lead.schoolId, personId: id(0) },
      ...{ startsOn: '2026-09-01', endsOn: '2026-09-30' },
    })
    .run();
  recordLeaving(house.attune, lead, id(1), '2026-09-06');
  house.attune.db
    .update(person)
    .set({ startDate: '2026-09-21' })
    .where(eq(person.id, id(2)))
    .run();
  expect(names()).toEqual([]);
  expect(why()).toEqual(['Person 0: away', 'Person 3: not joined']);
});

test('in the holidays nobody is written to, and nothing is said before term', () => {
  saveSchoolDates(house.attune, lead, [
    { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-09-04' },
    { kind: 'term', name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
  ]);
  expect(names()).toEqual([]);
});

test('whoever is left out gets none this week, and is asked about afresh next week', () => {
  const monday = '2026-09-07';
  leaveOut(house.attune, lead, { monday, out: [id(0), 'somebody elsewhere'], back: [] });
  expect(
    preview()
      .wouldGet.filter(({ leftOut }) => leftOut)
      .map(({ name }) => name),
  ).toEqual(['Person 0']);
  // From a page that was opened before: whoever it says nothing of stays out.
  leaveOut(house.attune, lead, { monday, out: [id(1)], back: [] });
  expect(write()).toBe(1);
  leaveOut(house.attune, lead, { monday, out: [], back: [id(0), id(1)] });
  expect(write()).toBe(2);
});

test('somebody without an e-mail address gets one to print', () => {
  house.attune.db
    .update(person)
    .set({ email: null, staffNumber: '9' })
    .where(eq(person.id, id(0)))
    .run();
  expect(write()).toBe(3);
  expect(rows().find(({ personId }) => personId === id(0))?.address).toBeNull();
});

test('on a schedule they are written once a week, from the hour on, and never before', () => {
  saveSchedule(house.attune, lead, { weekday: 3, hour: 9, fridays: false });
  expect(scheduleOf(house.attune.db, lead.schoolId)).toEqual({
    weekday: 3,
    hour: 9,
    fridays: false,
  });
  const next = () =>
    new Date(
      nextRun(house.attune.db, lead.schoolId, house.attune.now().getTime()) ?? 0,
    ).toISOString();
  expect(next()).toBe('2026-09-09T08:00:00.000Z');
  run('2026-09-09T07:59:00Z');
  expect(rows()).toEqual([]);
  run('2026-09-09T08:00:00Z');
  expect(rows()).toHaveLength(3);
  expect(next()).toBe('2026-09-16T08:00:00.000Z');
  run('2026-09-09T08:00:05Z');
  run('2026-09-11T10:00:00Z');
  expect(rows()).toHaveLength(3);
});

test('a server that was down at the hour catches up that week, in working hours', () => {
  saveSchedule(house.attune, lead, { weekday: 3, hour: 9, fridays: false });
  run('2026-09-10T22:00:00Z');
  expect(rows()).toEqual([]);
  run('2026-09-11T09:00:00Z');
  expect(rows()).toHaveLength(3);
});

test('a week missed whole is missed, and a weekend begins nothing', () => {
  saveSchedule(house.attune, lead, { weekday: 1, hour: 8, fridays: false });
  run('2026-09-12T10:00:00Z');
  run('2026-09-13T10:00:00Z');
  expect(rows()).toEqual([]);
  run('2026-09-14T08:00:00Z');
  expect(rows()).toHaveLength(3);
});

test('an hour that has passed when it is set begins next week', () => {
  saveSchedule(house.attune, lead, { weekday: 1, hour: 9, fridays: false });
  run('2026-09-07T10:00:00Z');
  expect(rows()).toEqual([]);
});

test('without a day of its own nothing goes by itself', () => {
  run('2026-09-09T09:00:00Z');
  saveSchedule(house.attune, lead, { weekday: null, hour: 9, fridays: false });
  run('2026-09-16T09:00:00Z');
  expect(rows()).toEqual([]);
  expect(nextRun(house.attune.db, lead.schoolId, house.attune.now().getTime())).toBeNull();
});

test('two processes that look at once write each digest once', () => {
  saveSchedule(house.attune, lead, { weekday: 3, hour: 9, fridays: true });
  house.clock.set('2026-09-11T09:00:00Z');
  for (let n = 0; n < 3; n += 1) runSchedules(house.attune);
  expect(rows()).toHaveLength(3);
  expect(rows('lead digest')).toHaveLength(1);
});

test('on Friday each lead in school gets the list, once, and on no other day', () => {
  saveSchedule(house.attune, lead, { weekday: null, hour: 9, fridays: true });
  run('2026-09-10T10:00:00Z');
  expect(rows('lead digest')).toEqual([]);
  run('2026-09-11T07:00:00Z');
  run('2026-09-11T09:00:00Z');
  expect(rows('lead digest')).toMatchObject([
    { personId: lead.personId, subject: 'Attune this Friday: who may need a hand' },
  ]);
});

test('nobody on leave is on Friday’s list', () => {
  house.attune.db
    .insert(leave)
    .values({
      ...{ id: 'l', schoolId: lead.schoolId, personId: id(3) },
      ...{ startsOn: '2026-09-01', endsOn: '2026-09-18' },
    })
    .run();
  saveSchedule(house.attune, lead, { weekday: null, hour: 9, fridays: true });
  const said = () => rows('lead digest').map((row) => textOf(house.attune, row) ?? '');
  run('2026-09-11T09:00:00Z');
  run('2026-09-25T09:00:00Z');
  expect(said().map((text) => text.includes('Person 3'))).toEqual([false, true]);
  expect(said().map((text) => text.includes('Person 0'))).toEqual([false, true]);
});

test('a lead who is away on Friday is left in peace', () => {
  house.attune.db
    .insert(leave)
    .values({
      ...{ id: 'l', schoolId: lead.schoolId, personId: lead.personId },
      ...{ startsOn: '2026-09-11', endsOn: null },
    })
    .run();
  saveSchedule(house.attune, lead, { weekday: null, hour: 9, fridays: true });
  run('2026-09-11T09:00:00Z');
  expect(rows('lead digest')).toEqual([]);
});
