import { beforeEach, expect, test } from 'vitest';
import { event, person, setupCode } from '~db/schema';
import { ensureSetupCode, hasSchool, type Setup, setUpSchool } from './setup.server';
import { rolesOf } from './staff-rows.server';
import { makeSchool, makeTestHouse, password, type TestHouse, whoToTell } from './test-house';
import { joinWithCode } from './way-in.server';
import { readWhoToTell, setWhoToTell } from './who-to-tell.server';

let house: TestHouse;
beforeEach(() => {
  house = makeTestHouse();
});

const code = () => ensureSetupCode(house.attune.db, house.attune.now()) ?? '';
const setup = (more: Partial<Setup> = {}): Setup => ({
  code: code(),
  schoolName: 'Elm Road Primary',
  urn: null,
  whoToTell,
  lead: { name: 'Leah Lead', email: 'lead@elm.example', password },
  head: { name: 'Hana Head', email: 'head@elm.example', password: null },
  ...more,
});
const verbs = () =>
  house.attune.db
    .select({ verb: event.verb })
    .from(event)
    .all()
    .map((e) => e.verb);

test('setting up makes the school, its lead with a password and its head with a way in', async () => {
  const done = await setUpSchool(house.attune, setup());
  expect(rolesOf(house.attune.db, done.leadId).sort()).toEqual(['lead', 'staff']);
  expect(rolesOf(house.attune.db, done.headId).sort()).toEqual(['head', 'staff']);
  expect(readWhoToTell(house.attune.db, done.schoolId)).toEqual(whoToTell);
  expect(done.waysIn.map(({ name }) => name)).toEqual(['Hana Head']);
  expect(await joinWithCode(house.attune, done.waysIn[0]?.code ?? '', password)).toBe(done.headId);
  expect(verbs()).toEqual(['joined', 'role given', 'joined', 'role given']);
});

test('one person may be lead and head', async () => {
  const done = await setUpSchool(house.attune, setup({ head: null }));
  expect(done.headId).toBe(done.leadId);
  expect(rolesOf(house.attune.db, done.leadId).sort()).toEqual(['head', 'lead', 'staff']);
});

test('it needs the code that was printed last, and the code is kept as a hash', async () => {
  const older = code();
  const newer = code();
  expect(JSON.stringify(house.attune.db.select().from(setupCode).all())).not.toContain(newer);
  await expect(setUpSchool(house.attune, { ...setup(), code: older })).rejects.toMatchObject({
    code: 'bad-code',
  });
  expect(hasSchool(house.attune.db)).toBe(false);
});

test('it happens once, also when two people press the button together', async () => {
  const input = setup();
  const both = await Promise.allSettled([
    setUpSchool(house.attune, input),
    setUpSchool(house.attune, input),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(house.attune.db.select().from(person).all()).toHaveLength(2);
  expect(ensureSetupCode(house.attune.db, house.attune.now())).toBeNull();
  await expect(setUpSchool(house.attune, input)).rejects.toMatchObject({
    code: 'set-up-already',
    status: 409,
  });
});

test('what is wrong is said beside its field, and nothing is left behind', async () => {
  const same = { name: 'Hana Head', email: 'lead@elm.example', password: null };
  await expect(setUpSchool(house.attune, setup({ head: same }))).rejects.toMatchObject({
    code: 'already-used',
    field: 'headEmail',
  });
  const weak = { name: 'Leah Lead', email: 'lead@elm.example', password: 'short' };
  await expect(setUpSchool(house.attune, setup({ lead: weak }))).rejects.toMatchObject({
    field: 'password',
  });
  expect(hasSchool(house.attune.db)).toBe(false);
  expect(verbs()).toEqual([]);
});

test('guessing the set-up code is closed after thirty tries', async () => {
  const guess = () => setUpSchool(house.attune, { ...setup(), code: '2222-2222' }, '192.0.2.1');
  for (let n = 0; n < 30; n++) await guess().catch(() => {});
  await expect(guess()).rejects.toMatchObject({ code: 'too-many-tries' });
});

test('who to tell can be changed, for one’s own school alone', async () => {
  const { lead } = await makeSchool(house);
  const changed = { ...whoToTell, head: { name: 'New Head', phone: '01632 960 999' } };
  setWhoToTell(house.attune, { ...lead, schoolId: 'elsewhere' }, changed);
  expect(readWhoToTell(house.attune.db, lead.schoolId)).toEqual(whoToTell);
  setWhoToTell(house.attune, lead, changed);
  expect(readWhoToTell(house.attune.db, lead.schoolId)).toEqual(changed);
});
