import { asc } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { event, personRole } from '~db/schema';
import type { Actor } from './actor';
import { deputiesOf, forgetDeputies, nameDeputy, takeDeputyBack } from './deputies.server';
import { may, roleActing } from './rights';
import { giveRole, roleHolders } from './roles.server';
import { readSession } from './session.server';
import { addPerson, recordLeaving } from './staff.server';
import { cookieFor, makeSchool, makeTestHouse, someone, type TestHouse } from './test-house';
import { createWayIn } from './way-in.server';

let house: TestHouse;
let lead: Actor;
let head: Actor;
let tara: string;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead, head } = await makeSchool(house));
  tara = addPerson(house.attune, lead, someone());
});

const verbs = () =>
  house.attune.db
    .select({ verb: event.verb })
    .from(event)
    .orderBy(asc(event.seq))
    .all()
    .map(({ verb }) => verb);

/** The roles with which somebody opens their next page. */
async function rolesNow(personId: string) {
  const cookie = await cookieFor(house, personId, false);
  const found = await readSession(house.attune, cookie, false);
  return found.state === 'signed in' ? found.who.roles.sort() : [];
}

const name = (more: { fromOn?: string; untilOn?: string | null } = {}, actor = lead) =>
  nameDeputy(house.attune, actor, {
    ...{ personId: tara, fromOn: '2026-09-08', untilOn: '2026-09-10' },
    ...more,
  });

test('a deputy may what the lead may from the first day to the last, and then no more', async () => {
  name();
  expect(verbs().at(-1)).toBe('role given');
  const seen = [];
  for (const day of ['07', '08', '10', '11']) {
    house.clock.set(`2026-09-${day}T20:00:00Z`);
    seen.push(await rolesNow(tara));
  }
  expect(seen).toEqual([['staff'], ['deputy', 'staff'], ['deputy', 'staff'], ['staff']]);
  expect(deputiesOf(house.attune, lead.schoolId)).toEqual([]);
  forgetDeputies(house.attune);
  const left = house.attune.db.select().from(personRole).all();
  expect(left.some(({ role }) => role === 'deputy')).toBe(false);
});

test('without a last day it lasts until it is taken back, and naming again changes the days', async () => {
  name({ untilOn: null });
  house.clock.set('2027-06-01T09:00:00Z');
  expect(await rolesNow(tara)).toContain('deputy');
  forgetDeputies(house.attune);
  expect(deputiesOf(house.attune, lead.schoolId)).toMatchObject([
    { personId: tara, untilOn: null },
  ]);
  name({ fromOn: '2027-06-01', untilOn: '2027-06-04' });
  expect(deputiesOf(house.attune, lead.schoolId)).toMatchObject([{ untilOn: '2027-06-04' }]);
  takeDeputyBack(house.attune, head, tara);
  takeDeputyBack(house.attune, head, tara);
  expect(await rolesNow(tara)).toEqual(['staff']);
  expect(verbs().filter((verb) => verb === 'role taken away')).toHaveLength(1);
});

test('what they do is recorded as the deputy’s, and they give no role and no way in to whoever has one', () => {
  const roles = ['staff', 'deputy'] as const;
  const who = { roles: [...roles] };
  expect(roleActing(who, 'manage people')).toBe('deputy');
  expect(may(who, 'give roles')).toBe(false);
  const deputy: Actor = { personId: tara, schoolId: lead.schoolId, role: 'deputy' };
  const other = addPerson(house.attune, deputy, someone({ name: 'Una', email: 'u@elm.example' }));
  const refused = (work: () => unknown) =>
    expect(work).toThrow(expect.objectContaining({ code: 'not-yours', status: 403 }));
  refused(() => giveRole(house.attune, deputy, other, 'lead'));
  refused(() =>
    nameDeputy(house.attune, deputy, { personId: other, fromOn: '2026-09-08', untilOn: null }),
  );
  refused(() => takeDeputyBack(house.attune, deputy, tara));
  refused(() => createWayIn(house.attune, deputy, lead.personId));
  refused(() => createWayIn(house.attune, deputy, head.personId));
  expect(createWayIn(house.attune, deputy, other).code).toBeTruthy();
});

test('it is refused for oneself, for a lead, for days that cannot be meant and for whoever has left by then', () => {
  const refused = (more: Parameters<typeof name>[0], code: string, actor = lead) =>
    expect(() => name(more, actor)).toThrow(expect.objectContaining({ code }));
  refused({ fromOn: '2026-09-06' }, 'bad-date');
  refused({ untilOn: '2026-09-07' }, 'bad-date');
  refused({}, 'not-here', { ...lead, schoolId: 'another' });
  recordLeaving(house.attune, lead, tara, '2026-09-07');
  refused({}, 'has-left');
  const of = (personId: string, actor: Actor) => () =>
    nameDeputy(house.attune, actor, { personId, fromOn: '2026-09-08', untilOn: null });
  expect(of(lead.personId, lead)).toThrow('their own deputy');
  expect(of(lead.personId, head)).toThrow('lead already');
  expect(verbs()).not.toContain('role taken away');
});

test('a deputy is no holder of a lasting role, and the record stays whole', () => {
  name();
  const held = roleHolders(house.attune, lead.schoolId).map(({ personId }) => personId);
  expect(held).not.toContain(tara);
  expect(rebuild(house.attune.db)).toBeNull();
  expect(() => verifyLive(house.attune.db, null, {})).not.toThrow();
});
