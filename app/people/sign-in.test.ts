import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { failedSignIn, person, school } from '~db/schema';
import { changePassword } from './account.server';
import type { Actor } from './actor';
import { hashPassword } from './password.server';
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
import { purgeTries } from './throttle.server';

let house: TestHouse;
let lead: Actor;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
});

const enter = (email: string, typed = password, address = '192.0.2.1') =>
  signIn(house.attune, { email, password: typed, address });

async function withPassword(
  schoolId: string,
  more: Parameters<typeof someone>[0],
): Promise<string> {
  const id = addPerson(house.attune, { ...lead, schoolId }, someone(more));
  const passwordHash = await hashPassword(house.attune, password);
  house.attune.db
    .update(person)
    .set({ passwordHash })
    .where(and(eq(person.id, id), eq(person.schoolId, schoolId)))
    .run();
  return id;
}

test('an e-mail address and its password let someone in, whatever the case and spaces round the address', async () => {
  expect(await enter('lead@elm.example')).toBe(lead.personId);
  expect(await enter('  Lead@Elm.Example ')).toBe(lead.personId);
});

test('a staff number will do instead of an e-mail address', async () => {
  const id = await withPassword(lead.schoolId, { email: null, staffNumber: 'MD-07' });
  expect(await enter('md-07')).toBe(id);
});

test('an unknown address and a wrong password get one and the same answer', async () => {
  const wrong = await enter('lead@elm.example', 'not the password').catch((error) => error);
  const unknown = await enter('nobody@elm.example').catch((error) => error);
  expect(wrong).toMatchObject({ code: 'wrong-sign-in', status: 400, field: '' });
  expect([unknown.code, unknown.status, unknown.field, unknown.message]).toEqual([
    wrong.code,
    wrong.status,
    wrong.field,
    wrong.message,
  ]);
});

test('someone who has not used their way in yet cannot sign in', async () => {
  addPerson(house.attune, lead, someone());
  await expect(enter('tara@elm.example', '')).rejects.toMatchObject({ code: 'wrong-sign-in' });
});

test('the same staff number at two schools leads each person to their own', async () => {
  house.attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  const elm = await withPassword(lead.schoolId, { email: null, staffNumber: '12' });
  const oak = addPerson(
    house.attune,
    { ...lead, schoolId: 'oak' },
    someone({ email: null, staffNumber: '12' }),
  );
  const passwordHash = await hashPassword(house.attune, 'something else here');
  house.attune.db.update(person).set({ passwordHash }).where(eq(person.id, oak)).run();
  expect(await enter('12')).toBe(elm);
  expect(await enter('12', 'something else here')).toBe(oak);
});

test('after ten wrong tries under a name it is closed, with the right password too, and the words say for how long', async () => {
  for (let n = 0; n < 10; n++) await enter('lead@elm.example', 'wrong').catch(() => {});
  house.clock.advance(5);
  const closed = await enter('lead@elm.example').catch((error) => error);
  expect(closed).toMatchObject({ code: 'too-many-tries', status: 429 });
  expect(closed.message).toContain('wait 10 minutes');
  expect(await enter('head@elm.example')).toBeTruthy();
  house.clock.advance(10);
  expect(await enter('lead@elm.example')).toBe(lead.personId);
});

test('tries made all at once cannot slip past the limit', async () => {
  const tries = Array.from({ length: 14 }, () =>
    enter('lead@elm.example', 'wrong').catch((error) => error.code),
  );
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(4);
}, 30_000);

test('a right password clears the count of the name', async () => {
  for (let n = 0; n < 9; n++) await enter('lead@elm.example', 'wrong').catch(() => {});
  await enter('lead@elm.example');
  for (let n = 0; n < 9; n++) await enter('lead@elm.example', 'wrong').catch(() => {});
  expect(await enter('lead@elm.example')).toBe(lead.personId);
}, 30_000);

test('an address that tries a hundred names is closed, and others are not', async () => {
  const key = async () => house.attune.db.select().from(failedSignIn).all();
  await enter('someone@elm.example', 'wrong', '198.51.100.7').catch(() => {});
  const [, ofAddress] = await key();
  const at = house.attune.now().getTime();
  for (let n = 1; n < 100; n++) {
    house.attune.db
      .insert(failedSignIn)
      .values({ id: `t${n}`, key: ofAddress?.key ?? '', at })
      .run();
  }
  await expect(enter('lead@elm.example', password, '198.51.100.7')).rejects.toMatchObject({
    code: 'too-many-tries',
  });
  expect(await enter('lead@elm.example')).toBe(lead.personId);
});

test('what is kept of a try is no name and no address, and it goes after a quarter of an hour', async () => {
  await enter('lead@elm.example', 'wrong').catch(() => {});
  const kept = JSON.stringify(house.attune.db.select().from(failedSignIn).all());
  expect(kept).not.toMatch(/lead@elm|192\.0\.2/);
  expect(purgeTries(house.attune)).toBe(0);
  house.clock.advance(16);
  expect(purgeTries(house.attune)).toBe(2);
});

test('someone who has left is told so, once their password is right', async () => {
  const id = await withPassword(lead.schoolId, {});
  recordLeaving(house.attune, lead, id, '2026-09-06');
  await expect(enter('tara@elm.example', 'wrong')).rejects.toMatchObject({ code: 'wrong-sign-in' });
  await expect(enter('tara@elm.example')).rejects.toMatchObject({ code: 'has-left' });
});

test('a new password needs the old one, and signs every other device out', async () => {
  const { personId, schoolId } = lead;
  const [here, there] = [await cookieFor(house, personId), await cookieFor(house, personId, false)];
  const found = await readSession(house.attune, here, true);
  const sessionId = found.state === 'signed in' ? found.sessionId : '';
  const change = (current: string, next: string) =>
    changePassword(house.attune, {
      personId,
      schoolId,
      current,
      password: next,
      sessionId,
      address: '',
    });
  await expect(change('wrong', 'five more kind words')).rejects.toMatchObject({ field: 'current' });
  await expect(change(password, 'short')).rejects.toMatchObject({ code: 'weak-password' });
  await change(password, 'five more kind words');
  expect(await enter('lead@elm.example', 'five more kind words')).toBe(personId);
  await expect(enter('lead@elm.example')).rejects.toMatchObject({ code: 'wrong-sign-in' });
  expect(await readSession(house.attune, here, true)).toMatchObject({ state: 'signed in' });
  expect(await readSession(house.attune, there, true)).toMatchObject({ state: 'ended' });
});
