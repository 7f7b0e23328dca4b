import { beforeEach, expect, test } from 'vitest';
import type { Actor } from './actor';
import { joiningOf } from './joining';
import { recordLeaving } from './staff.server';
import { addPeople, makeSchool, makeTestHouse, password, type TestHouse } from './test-house';
import { createWayIn, joinWithCode } from './way-in.server';
import { createWaysIn, mostAtOnce, waysInOf } from './ways-in.server';

let house: TestHouse;
let lead: Actor;
let people: string[];
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
  people = addPeople(house, lead, 3);
});

const standing = () => waysInOf(house.attune.db, lead.schoolId, house.attune.now());
const join = (code: string) => joinWithCode(house.attune, code, password, '192.0.2.1');

test('many get a way in at once, each of their own, and older ones end', async () => {
  const [one = ''] = people;
  const older = createWayIn(house.attune, lead, one).code;
  house.clock.advance(1);
  const { made, joined } = createWaysIn(house.attune, lead, [...people, one]);
  expect(joined).toEqual([]);
  expect(made.map(({ name, email }) => [name, email])).toEqual([
    ['Person 0', 'p0@elm.example'],
    ['Person 1', 'p1@elm.example'],
    ['Person 2', 'p2@elm.example'],
  ]);
  expect(new Set(made.map(({ code }) => code)).size).toBe(3);
  await expect(join(older)).rejects.toMatchObject({ code: 'bad-code' });
  expect(await join(made[0]?.code ?? '')).toBe(one);
});

test('whoever has joined in the meantime keeps their password, and gets none', async () => {
  const [one = '', two = ''] = people;
  await join(createWayIn(house.attune, lead, one).code);
  const { made, joined } = createWaysIn(house.attune, lead, [one, two]);
  expect(made.map(({ name }) => name)).toEqual(['Person 1']);
  expect(joined).toEqual(['Person 0']);
});

test('all or none: nobody, too many, a leaver or somebody of another school', () => {
  const [one = '', two = ''] = people;
  const make =
    (ids: string[], actor = lead) =>
    () =>
      createWaysIn(house.attune, actor, ids);
  expect(make([])).toThrow('Tick at least one person.');
  expect(make(Array.from({ length: mostAtOnce + 1 }, (_, n) => `p${n}`))).toThrow('at most 100');
  expect(make([one, 'nobody'])).toThrow('not on your staff list');
  expect(make([one], { ...lead, schoolId: 'another' })).toThrow('not on your staff list');
  recordLeaving(house.attune, lead, two, '2026-09-02');
  expect(make([one, two])).toThrow('has left');
  expect(standing().size).toBe(0);
});

test('a list says how far each is: never invited, invited, ended, joined', async () => {
  const [one = '', two = ''] = people;
  createWaysIn(house.attune, lead, [one]);
  const { code } = createWayIn(house.attune, lead, two);
  const of = (id: string, joinedOn: string | null = null) =>
    joiningOf(joinedOn, standing().get(id));
  expect(of(one)).toEqual({ state: 'invited', until: '2026-09-21' });
  expect(of(people[2] ?? '')).toEqual({ state: 'never invited' });
  await join(code);
  expect(standing().has(two)).toBe(false);
  expect(of(two, '2026-09-07')).toEqual({ state: 'joined', on: '2026-09-07' });
  house.clock.set('2026-09-21T09:00:00Z');
  expect(of(one)).toEqual({ state: 'ended', on: '2026-09-21' });
  createWaysIn(house.attune, lead, [one]);
  expect(of(one)).toEqual({ state: 'invited', until: '2026-10-05' });
});
