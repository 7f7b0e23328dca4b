import { beforeEach, expect, test } from 'vitest';
import { session } from '~db/schema';
import {
  countSessionsOf,
  endSession,
  endSessionsOf,
  purgeSessions,
  readSession,
  startSession,
} from './session.server';
import { recordLeaving } from './staff.server';
import { addPeople, cookieFor, makeSchool, makeTestHouse, type TestHouse } from './test-house';

let house: TestHouse;
let me: string;
let lead: Awaited<ReturnType<typeof makeSchool>>['lead'];
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
  [me = ''] = addPeople(house, lead, 1);
});

const read = (cookie: string, renew = true) => readSession(house.attune, cookie, renew);
const rows = () => house.attune.db.select().from(session).all();

test('someone signed in is known with their school and roles', async () => {
  const found = await read(await cookieFor(house, lead.personId));
  expect(found).toMatchObject({
    state: 'signed in',
    who: {
      personId: lead.personId,
      schoolId: lead.schoolId,
      schoolName: 'Elm Road Primary',
      name: 'Leah Lead',
      sharedDevice: true,
    },
  });
  expect(found.state === 'signed in' && [...found.who.roles].sort()).toEqual(['lead', 'staff']);
});

test('the cookie is for the server alone, and a shared computer forgets it with its browser', async () => {
  const shared = await startSession(house.attune, me, true);
  expect(shared).toMatch(/HttpOnly/);
  expect(shared).toMatch(/SameSite=Lax/);
  expect(shared).toMatch(/Path=\//);
  expect(shared).not.toMatch(/Max-Age|Expires|Secure/);
  expect(await startSession(house.attune, me, false)).toMatch(/Max-Age=\d+/);
});

test('on https the cookie is Secure and tied to the host', async () => {
  const config = { ...house.attune.config, secure: true };
  const cookie = await startSession({ ...house.attune, config }, me, true);
  expect(cookie).toMatch(/^__Host-attune=/);
  expect(cookie).toMatch(/Secure/);
});

test('the database holds the token’s hash and nothing that signs anyone in', async () => {
  const cookie = await cookieFor(house, me);
  const token = cookie.split('=')[1] ?? '';
  const [row] = rows();
  expect(token).toMatch(/^shared-[\w-]{43}$/);
  expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(rows())).not.toContain(token);
  expect(await read(`attune=${row?.id}`)).toEqual({ state: 'nobody' });
  await read(cookie);
  expect(rows()[0]?.id).toBe(row?.id);
});

test('a shared computer’s session lasts 15 idle minutes from the last visit', async () => {
  const cookie = await cookieFor(house, me);
  for (let visit = 0; visit < 5; visit++) {
    house.clock.advance(14);
    expect(await read(cookie)).toMatchObject({ state: 'signed in' });
  }
  house.clock.advance(15);
  expect(await read(cookie)).toMatchObject({ state: 'ended', personId: me });
});

test('one’s own device stays signed in for 30 idle days', async () => {
  const cookie = await cookieFor(house, me, false);
  const day = 24 * 60;
  for (let visit = 0; visit < 3; visit++) {
    house.clock.advance(29 * day);
    expect(await read(cookie)).toMatchObject({ state: 'signed in', who: { sharedDevice: false } });
  }
  house.clock.advance(30 * day);
  expect(await read(cookie)).toMatchObject({ state: 'ended' });
});

test('a shared token cannot be passed off as one’s own device’s', async () => {
  const cookie = await cookieFor(house, me);
  expect(await read(cookie.replace('shared-', 'own-'))).toEqual({ state: 'nobody' });
});

test('the session is renewed at most once a minute, and never for a page fetched ahead', async () => {
  const cookie = await cookieFor(house, me);
  const until = () => rows()[0]?.expiresAt ?? 0;
  const first = until();
  house.clock.advance(0.9);
  await read(cookie);
  expect(until()).toBe(first);
  house.clock.advance(10);
  await read(cookie, false);
  expect(until()).toBe(first);
  await read(cookie);
  expect(until()).toBe(house.attune.now().getTime() / 1000 + 15 * 60);
});

test('a session that was signed out can still say whose it was for a day, and never opens again', async () => {
  const cookie = await cookieFor(house, me);
  await endSession(house.attune, cookie);
  expect(await read(cookie)).toMatchObject({ state: 'ended', personId: me });
  house.clock.advance(24 * 60 - 1);
  expect(await read(cookie)).toMatchObject({ state: 'ended', personId: me });
  house.clock.advance(1);
  expect(await read(cookie)).toEqual({ state: 'nobody' });
});

test('an expired session can say whose it was for a day from its end, however late it is asked', async () => {
  const cookie = await cookieFor(house, me);
  house.clock.advance(15 + 24 * 60 - 1);
  expect(await read(cookie)).toMatchObject({ state: 'ended' });
  house.clock.advance(1);
  expect(await read(cookie)).toEqual({ state: 'nobody' });
});

test('signing out everywhere ends every session but the one kept', async () => {
  const [here, there] = [await cookieFor(house, me), await cookieFor(house, me, false)];
  expect(await countSessionsOf(house.attune, me)).toBe(2);
  const found = await read(here);
  if (found.state === 'signed in') endSessionsOf(house.attune, me, found.sessionId);
  expect(await read(here)).toMatchObject({ state: 'signed in' });
  expect(await read(there)).toMatchObject({ state: 'ended' });
  expect(await countSessionsOf(house.attune, me)).toBe(1);
});

test('only sessions that have been over for a day are deleted', async () => {
  const out = await cookieFor(house, me);
  await endSession(house.attune, out);
  await cookieFor(house, me);
  const own = await cookieFor(house, me, false);
  expect(purgeSessions(house.attune)).toBe(0);
  house.clock.advance(24 * 60 + 16);
  expect(purgeSessions(house.attune)).toBe(2);
  expect(await read(own)).toMatchObject({ state: 'signed in' });
});

test('the day after someone’s last day their session is over', async () => {
  const cookie = await cookieFor(house, me, false);
  recordLeaving(house.attune, lead, me, '2026-09-08');
  house.clock.set('2026-09-08T22:30:00Z');
  expect(await read(cookie)).toMatchObject({ state: 'signed in' });
  house.clock.set('2026-09-08T23:30:00Z');
  expect(await read(cookie)).toMatchObject({ state: 'ended' });
});

test('a cookie that makes no sense is nobody’s', async () => {
  for (const cookie of ['', 'attune=%E0%A4%A', 'attune=1', `attune=shared-${'a'.repeat(43)}`]) {
    expect(await read(cookie)).toEqual({ state: 'nobody' });
  }
  expect(await readSession(house.attune, null, true)).toEqual({ state: 'nobody' });
});
