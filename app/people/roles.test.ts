import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { event, eventDetail, person } from '~db/schema';
import type { Actor } from './actor';
import { givenRoles, mayGive } from './roles';
import { giveRole, roleHolders, takeRole } from './roles.server';
import { addPerson, recordLeaving } from './staff.server';
import { rolesOf } from './staff-rows.server';
import { makeSchool, makeTestHouse, someone, type TestHouse } from './test-house';

let house: TestHouse;
let lead: Actor;
let head: Actor;
let tara: string;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead, head } = await makeSchool(house));
  tara = addPerson(house.attune, lead, someone());
});

const roles = (id: string) => rolesOf(house.attune.db, id).sort();
const events = () => house.attune.db.select().from(event).orderBy(asc(event.seq)).all();
const newest = () => {
  const last = events().at(-1);
  const told = house.attune.db
    .select()
    .from(eventDetail)
    .where(eq(eventDetail.eventId, last?.id ?? ''))
    .all();
  return {
    verb: last?.verb,
    object: last?.object,
    ...Object.fromEntries(told.map((d) => [d.name, d.value])),
  };
};
const refused = (code: string) => expect.objectContaining({ name: 'PeopleError', code });

test('a role is given once, and taken away once, and the record says who did it and as what', () => {
  giveRole(house.attune, lead, tara, 'lead');
  expect(newest()).toMatchObject({ verb: 'role given', object: tara, role: 'lead' });
  const before = events().length;
  giveRole(house.attune, lead, tara, 'lead');
  expect(events()).toHaveLength(before);
  expect(roles(tara)).toEqual(['lead', 'staff']);

  takeRole(house.attune, head, tara, 'lead');
  expect(newest()).toMatchObject({
    verb: 'role taken away',
    object: tara,
    role: 'lead',
    actor: head.personId,
    actorRole: 'head',
  });
  takeRole(house.attune, head, tara, 'lead');
  expect(events()).toHaveLength(before + 1);
  expect(roles(tara)).toEqual(['staff']);
});

test('rows made again from the record are those made live, and it verifies, after roles come and go', () => {
  const rows = () => house.attune.db.$client.prepare('select * from staff_row order by 1, 2').all();
  giveRole(house.attune, lead, tara, 'lead');
  takeRole(house.attune, lead, tara, 'lead');
  const before = rows();
  expect(rebuild(house.attune.db)).toBeNull();
  expect(rows()).toEqual(before);
  expect(() => verifyLive(house.attune.db, null, {})).not.toThrow();
});

test('only a head gives or takes the head’s role, while there is one', () => {
  const before = events().length;
  for (const deed of [
    () => giveRole(house.attune, lead, tara, 'head'),
    () => giveRole(house.attune, lead, lead.personId, 'head'),
    () => takeRole(house.attune, lead, head.personId, 'head'),
  ]) {
    expect(deed).toThrow(refused('not-yours'));
  }
  expect(events()).toHaveLength(before);
  giveRole(house.attune, head, tara, 'head');
  expect(roles(tara)).toEqual(['head', 'staff']);
  takeRole(house.attune, { ...head, personId: tara }, head.personId, 'head');
  expect(roles(head.personId)).toEqual(['staff']);
});

test('nobody gives a role to themselves', () => {
  expect(() => giveRole(house.attune, head, head.personId, 'lead')).toThrow(refused('not-yours'));
  expect(() => giveRole(house.attune, lead, lead.personId, 'lead')).toThrow(refused('not-yours'));
});

test('staff give and take nothing', () => {
  const ta: Actor = { personId: tara, schoolId: lead.schoolId, role: 'staff' };
  expect(() => giveRole(house.attune, ta, tara, 'lead')).toThrow(refused('not-yours'));
  expect(() => takeRole(house.attune, ta, lead.personId, 'lead')).toThrow(refused('not-yours'));
});

test('nobody takes the last lead’s or the last head’s role, their own neither', () => {
  expect(() => takeRole(house.attune, head, lead.personId, 'lead')).toThrow(refused('last-one'));
  expect(() => takeRole(house.attune, lead, lead.personId, 'lead')).toThrow(refused('last-one'));
  expect(() => takeRole(house.attune, head, head.personId, 'head')).toThrow(refused('last-one'));
  giveRole(house.attune, head, tara, 'head');
  giveRole(house.attune, head, tara, 'lead');
  // Whoever is about to leave is no longer counted on.
  recordLeaving(house.attune, lead, tara, '2026-12-18');
  expect(() => takeRole(house.attune, head, head.personId, 'head')).toThrow(refused('last-one'));
  expect(() => takeRole(house.attune, head, lead.personId, 'lead')).toThrow(refused('last-one'));
});

test('when the last head has left, a lead names the next, and not herself', () => {
  recordLeaving(house.attune, lead, head.personId, '2026-09-30');
  expect(() => giveRole(house.attune, lead, lead.personId, 'head')).toThrow(refused('not-yours'));
  giveRole(house.attune, lead, tara, 'head');
  expect(newest()).toMatchObject({ verb: 'role given', object: tara, actorRole: 'lead' });
  const next = addPerson(house.attune, lead, someone({ email: 'next@elm.example' }));
  expect(() => giveRole(house.attune, lead, next, 'head')).toThrow(refused('not-yours'));
});

test('who may give which role, for every role there is', () => {
  const acting = ['staff', 'office', 'lead', 'head'] as const;
  const given = (who: (typeof acting)[number]) =>
    givenRoles.map(({ role }) => role).filter((role) => mayGive(who, role, true));
  expect(acting.map((who) => [who, given(who)])).toEqual([
    ['staff', []],
    ['office', []],
    ['lead', ['lead', 'office']],
    ['head', ['lead', 'head', 'office']],
  ]);
});

test('the list names whoever is more than staff and has not left', () => {
  giveRole(house.attune, lead, tara, 'lead');
  const names = () =>
    roleHolders(house.attune, lead.schoolId).map(({ name, role }) => `${name}: ${role}`);
  expect(names()).toEqual(['Hana Head: head', 'Leah Lead: lead', 'Tara Assistant: lead']);
  recordLeaving(house.attune, lead, tara, '2026-09-01');
  expect(names()).toEqual(['Hana Head: head', 'Leah Lead: lead']);
  house.attune.db.update(person).set({ schoolId: lead.schoolId }).run();
  expect(roleHolders(house.attune, 'another school')).toEqual([]);
});
