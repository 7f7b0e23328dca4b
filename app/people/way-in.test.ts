import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { joinCode, person, school } from '~db/schema';
import type { Actor } from './actor';
import { makeCode } from './code.server';
import { readSession } from './session.server';
import { signIn } from './sign-in.server';
import { addPerson, recordLeaving } from './staff.server';
import {
  cookieFor,
  makeSchool,
  makeTestHouse,
  password,
  someone,
  type TestHouse,
} from './test-house';
import { createWayIn, joinWithCode, latestWayIn } from './way-in.server';

let house: TestHouse;
let lead: Actor;
let tara: string;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
  tara = addPerson(house.attune, lead, someone());
});

const give = () => createWayIn(house.attune, lead, tara).code;
const join = (code: string, typed = password) =>
  joinWithCode(house.attune, code, typed, '192.0.2.1');
const row = () => house.attune.db.select().from(person).where(eq(person.id, tara)).get();

test('a code is eight signs that nobody mistakes for one another', () => {
  for (let n = 0; n < 200; n++)
    expect(makeCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
});

test('a code sets the password, and with it someone signs in', async () => {
  expect(await join(give())).toBe(tara);
  expect(row()?.joinedAt).toBe(house.attune.now().getTime());
  const email = 'tara@elm.example';
  expect(await signIn(house.attune, { email, password, address: '' })).toBe(tara);
});

test('a code typed in small letters, with spaces or with no dash is the same code', async () => {
  const code = give().toLowerCase().replace('-', '  ');
  expect(await join(` ${code} `)).toBe(tara);
});

test('a code works once', async () => {
  const code = give();
  await join(code);
  await expect(join(code)).rejects.toMatchObject({ code: 'bad-code', field: 'code' });
});

test('two people using one code at the same moment get one way in', async () => {
  const code = give();
  const both = await Promise.allSettled([
    join(code, 'the first of them'),
    join(code, 'the second of them'),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a code works for 14 days', async () => {
  const code = give();
  house.clock.advance(14 * 24 * 60 - 1);
  expect(await join(code)).toBe(tara);
  const second = give();
  house.clock.advance(14 * 24 * 60);
  await expect(join(second)).rejects.toMatchObject({ code: 'bad-code' });
});

test('a new code ends the unused older one', async () => {
  const [older, newer] = [give(), give()];
  await expect(join(older)).rejects.toMatchObject({ code: 'bad-code' });
  expect(await join(newer)).toBe(tara);
});

test('a password that will not do leaves the code as good as it was', async () => {
  const code = give();
  await expect(join(code, 'short')).rejects.toMatchObject({
    code: 'weak-password',
    field: 'password',
  });
  expect(await join(code)).toBe(tara);
});

test('the database holds the hash of a code and not the code', async () => {
  const code = give();
  const stored = JSON.stringify(house.attune.db.select().from(joinCode).all());
  expect(stored).not.toContain(code);
  expect(stored).not.toContain(code.replace('-', ''));
});

test('a new way in ends the sessions there were, and the first joining stays the first', async () => {
  await join(give());
  const first = row()?.joinedAt;
  const cookie = await cookieFor(house, tara, false);
  house.clock.advance(60);
  await join(give(), 'another four kind words');
  expect(await readSession(house.attune, cookie, true)).toMatchObject({ state: 'ended' });
  expect(row()?.joinedAt).toBe(first);
});

test('guessing codes is closed after thirty tries', async () => {
  for (let n = 0; n < 30; n++) await join('2222-2222').catch(() => {});
  await expect(join('2222-2222')).rejects.toMatchObject({ code: 'too-many-tries', status: 429 });
});

test('someone who has left gets no way in, and an older one leads nowhere', async () => {
  const code = give();
  recordLeaving(house.attune, lead, tara, '2026-09-06');
  expect(give).toThrow(/has left/);
  await expect(join(code)).rejects.toMatchObject({ code: 'bad-code' });
});

test('another school’s lead cannot make a way in', () => {
  house.attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  const theirs: Actor = { personId: 'x', schoolId: 'oak', role: 'lead' };
  expect(() => createWayIn(house.attune, theirs, tara)).toThrow(/no such person/);
  expect(latestWayIn(house.attune.db, tara)).toBeNull();
});
