import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { event, eventDetail, person, school } from '~db/schema';
import type { Actor } from './actor';
import { giveRole, takeRole } from './roles.server';
import { addPerson, changeDetails, recordLeaving } from './staff.server';
import { listStaff, readStaffMember } from './staff-list.server';
import { addPeople, makeSchool, makeTestHouse, someone, type TestHouse } from './test-house';

let house: TestHouse;
let lead: Actor;
let head: Actor;
let oak: Actor;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead, head } = await makeSchool(house));
  house.attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  oak = { personId: 'x', schoolId: 'oak', role: 'lead' };
});

/** The newest event with what it discloses. */
function newest() {
  const { db } = house.attune;
  const last = db.select().from(event).orderBy(asc(event.seq)).all().at(-1);
  const details = db
    .select()
    .from(eventDetail)
    .where(eq(eventDetail.eventId, last?.id ?? ''))
    .all();
  return {
    verb: last?.verb,
    object: last?.object,
    ...Object.fromEntries(details.map((d) => [d.name, d.value])),
  };
}
const events = () => house.attune.db.select().from(event).all().length;

test('someone added is on the list, tidied, and on the record', () => {
  const details = someone({
    name: '  Tara   Assistant ',
    email: ' Tara@Elm.Example ',
    staffNumber: ' TA-9 ',
    teams: ['Year 4', ' Year 4 ', '', 'Phonics'],
  });
  const id = addPerson(house.attune, lead, details);
  expect(readStaffMember(house.attune.db, lead.schoolId, id)).toMatchObject({
    name: 'Tara Assistant',
    email: 'tara@elm.example',
    staffNumber: 'ta-9',
    teams: ['Year 4', 'Phonics'],
    roles: ['staff'],
    joinedAt: null,
  });
  expect(newest()).toMatchObject({
    verb: 'joined',
    object: id,
    actor: lead.personId,
    person: id,
    name: 'Tara Assistant',
    startDate: '2026-09-01',
  });
});

test('nobody is added whom nobody could sign in as', () => {
  const add = (more: Parameters<typeof someone>[0]) => () =>
    addPerson(house.attune, lead, someone(more));
  expect(add({ email: null })).toThrow(/e-mail address or a staff number/);
  expect(add({ email: null, staffNumber: 'a@b' })).toThrow(/cannot contain @/);
  const before = events();
  expect(add({ email: 'LEAD@elm.example' })).toThrow(/signs in with this e-mail address already/);
  expect(events()).toBe(before);
});

test('a staff number is one person’s at a school, and may be another’s elsewhere', () => {
  const details = someone({ email: null, staffNumber: '12' });
  addPerson(house.attune, lead, details);
  expect(() => addPerson(house.attune, lead, details)).toThrow(/has this staff number already/);
  expect(addPerson(house.attune, oak, details)).toBeTruthy();
});

test('a change records what changed and nothing that did not', () => {
  const id = addPerson(house.attune, lead, someone());
  house.clock.advance(60);
  changeDetails(house.attune, lead, id, someone({ teams: ['Year 5'], contract: 'fixed term' }));
  expect(newest()).toMatchObject({
    verb: 'details changed',
    teams: ['Year 5'],
    contract: 'fixed term',
  });
  const before = events();
  changeDetails(house.attune, lead, id, someone({ teams: ['Year 5'], contract: 'fixed term' }));
  expect(events()).toBe(before);
});

test('one’s own e-mail address is not in one’s own way when details change', () => {
  const id = addPerson(house.attune, lead, someone());
  changeDetails(house.attune, lead, id, someone({ name: 'Tara Married' }));
  expect(readStaffMember(house.attune.db, lead.schoolId, id).name).toBe('Tara Married');
  const taken = someone({ email: 'head@elm.example' });
  expect(() => changeDetails(house.attune, lead, id, taken)).toThrow(/already/);
});

test('leaving is recorded with its day, can be moved, and not before the first day', () => {
  const id = addPerson(house.attune, lead, someone());
  recordLeaving(house.attune, lead, id, '2026-12-18');
  expect(newest()).toMatchObject({ verb: 'left', leaveDate: '2026-12-18' });
  recordLeaving(house.attune, lead, id, '2027-01-31');
  expect(readStaffMember(house.attune.db, lead.schoolId, id).leaveDate).toBe('2027-01-31');
  const before = events();
  recordLeaving(house.attune, lead, id, '2027-01-31');
  expect(events()).toBe(before);
  expect(() => recordLeaving(house.attune, lead, id, '2026-08-31')).toThrow(/before the first day/);
  const later = someone({ startDate: '2027-02-01' });
  expect(() => changeDetails(house.attune, lead, id, later)).toThrow(/after the last day/);
});

test('the only lead cannot leave before someone else leads', () => {
  const leave = () => recordLeaving(house.attune, lead, lead.personId, '2026-12-18');
  expect(leave).toThrow(/only attachment lead/);
  giveRole(house.attune, lead, head.personId, 'lead');
  leave();
  expect(newest()).toMatchObject({ verb: 'left', object: lead.personId });
});

test('another school’s person cannot be read, changed, given a role or said to have left', () => {
  const id = addPerson(house.attune, lead, someone());
  const before = events();
  const { attune } = house;
  for (const reach of [
    () => readStaffMember(attune.db, oak.schoolId, id),
    () => changeDetails(attune, oak, id, someone({ name: 'Taken over' })),
    () => giveRole(attune, oak, id, 'lead'),
    () => takeRole(attune, oak, id, 'lead'),
    () => recordLeaving(attune, oak, id, '2026-12-18'),
  ]) {
    expect(reach).toThrow(expect.objectContaining({ code: 'not-here', status: 404 }));
  }
  expect(events()).toBe(before);
  expect(listStaff(attune.db, oak.schoolId)).toEqual([]);
});

test('an event that cannot be appended takes the change back with it', () => {
  const before = house.attune.db.select().from(person).all().length;
  const broken = someone({ startDate: 'tomorrow' });
  expect(() => addPerson(house.attune, lead, broken)).toThrow();
  expect(house.attune.db.select().from(person).all()).toHaveLength(before);
});

test('words are kept as they were typed, whatever is in them', () => {
  const name = `O’Brien-"Smith" '; drop table person; -- <b>🙂</b>`;
  const id = addPerson(house.attune, lead, someone({ name, teams: ["Reception's"] }));
  expect(readStaffMember(house.attune.db, lead.schoolId, id)).toMatchObject({
    name,
    teams: ["Reception's"],
  });
});

test('the staff list comes by name', () => {
  addPeople(house, lead, 3);
  const names = listStaff(house.attune.db, lead.schoolId).map(({ name }) => name);
  expect(names).toEqual(['Hana Head', 'Leah Lead', 'Person 0', 'Person 1', 'Person 2']);
});

test('teams that differ only in capitals or spaces are one, in the spelling the school has', () => {
  const { db } = house.attune;
  const teamsOf = (id: string) => readStaffMember(db, lead.schoolId, id).teams;
  const first = addPerson(house.attune, lead, someone({ teams: ['Year 4', 'year  4'] }));
  expect(teamsOf(first)).toEqual(['Year 4']);
  const details = someone({ email: 'two@elm.example', teams: ['YEAR 4', 'Phonics'] });
  const second = addPerson(house.attune, lead, details);
  expect(teamsOf(second)).toEqual(['Year 4', 'Phonics']);
  changeDetails(house.attune, lead, second, { ...details, teams: ['year 4', 'phonics'] });
  expect(teamsOf(second)).toEqual(['Year 4', 'phonics']);
});
