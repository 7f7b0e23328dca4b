import { beforeEach, expect, test } from 'vitest';
import { event, setupCode } from '~db/schema';
import type { Actor } from './actor';
import { hasSchool, isSetUp, setUpSchool } from './setup.server';
import { recordLeaving } from './staff.server';
import { rolesOf } from './staff-rows.server';
import {
  addPeople,
  makeSchool,
  makeTestHouse,
  password,
  type TestHouse,
  whoToTell,
} from './test-house';
import {
  codesOut,
  endCodes,
  giveTrustLead,
  makeSchoolCode,
  namesToTrust,
  schoolsOf,
  setNamesToTrust,
  startTrust,
  takeOnTrust,
  takeTrustLead,
  trustLeads,
  trustOf,
  trustSchool,
} from './trust.server';

let house: TestHouse;
let head: Actor;
let trustLead: Actor;

beforeEach(async () => {
  house = makeTestHouse();
  ({ head } = await makeSchool(house));
  trustLead = { ...head, role: 'trust lead' };
});

const db = () => house.attune.db;
const begin = () => startTrust(house.attune, head, '  Three   Rivers ');
const trustId = () => trustOf(db(), head.schoolId)?.id ?? '';
const leads = () => trustLeads(db(), trustId(), '2026-09-07');
const another = (code: string, n = 2) =>
  setUpSchool(house.attune, {
    ...{ code, schoolName: `Oak Lane ${n}`, urn: null, whoToTell },
    lead: { name: 'Omar Lead', email: `lead${n}@oak.example`, password },
    head: { name: 'Olive Head', email: `head${n}@oak.example`, password },
  });

test('a head begins a trust with their own school, once, and leads it, with an event', () => {
  begin();
  expect(trustOf(db(), head.schoolId)).toMatchObject({ name: 'Three Rivers' });
  expect(rolesOf(db(), head.personId)).toContain('trust lead');
  const verbs = db().select({ verb: event.verb }).from(event).all();
  expect(verbs.at(-1)).toEqual({ verb: 'role given' });
  expect(begin).toThrow(/Three Rivers already/);
});

test('another school comes in with a code, which works once and for four weeks', async () => {
  begin();
  expect(isSetUp(house.attune)).toBe(true);
  const { code } = makeSchoolCode(house.attune, trustLead);
  expect(JSON.stringify(db().select().from(setupCode).all())).not.toContain(code);
  expect([isSetUp(house.attune), codesOut(db(), trustId(), house.attune.now())]).toEqual([
    false,
    1,
  ]);
  const { schoolId } = await another(code);
  expect(schoolsOf(db(), trustId()).map(({ name }) => name)).toEqual([
    'Elm Road Primary',
    'Oak Lane 2',
  ]);
  expect(trustOf(db(), schoolId)?.id).toBe(trustId());
  await expect(another(code, 3)).rejects.toThrow(/set up already/);
  const late = makeSchoolCode(house.attune, trustLead);
  house.clock.advance(29 * 24 * 60);
  await expect(another(late.code, 3)).rejects.toThrow(/set up already/);
  expect(hasSchool(db())).toBe(true);
});

test('a wrong code is refused while another is out, and ended codes open nothing', async () => {
  begin();
  const { code } = makeSchoolCode(house.attune, trustLead);
  await expect(another('AAAA-AAAA')).rejects.toThrow(/not the set-up code/);
  endCodes(house.attune, trustLead);
  await expect(another(code)).rejects.toThrow(/set up already/);
  expect(schoolsOf(db(), trustId())).toHaveLength(1);
});

test('the trust’s role is given to people of one’s own school, and the last one keeps it', async () => {
  begin();
  const [one = ''] = addPeople(house, head, 1);
  expect(() => takeTrustLead(house.attune, trustLead, head.personId)).toThrow(/only trust lead/);
  giveTrustLead(house.attune, trustLead, one);
  takeTrustLead(house.attune, trustLead, head.personId);
  expect(leads().map(({ personId }) => personId)).toEqual([one]);
  const oak = await another(makeSchoolCode(house.attune, trustLead).code);
  expect(() => giveTrustLead(house.attune, trustLead, oak.leadId)).toThrow(/no such person/);
  expect(() => takeTrustLead(house.attune, trustLead, oak.leadId)).toThrow(/do not lead/);
});

test('a trust whose lead has left is taken on by a head, and not before', () => {
  begin();
  const [one = ''] = addPeople(house, head, 1);
  giveTrustLead(house.attune, trustLead, one);
  takeTrustLead(house.attune, trustLead, head.personId);
  expect(() => takeOnTrust(house.attune, head)).toThrow(/has a lead/);
  recordLeaving(house.attune, head, one, '2026-09-04');
  takeOnTrust(house.attune, head);
  expect(leads().map(({ personId }) => personId)).toEqual([head.personId]);
});

test('names are the school’s until its head says otherwise; a school of no trust or another is not there', async () => {
  begin();
  expect(namesToTrust(db(), head.schoolId)).toBe(false);
  setNamesToTrust(house.attune, head, true);
  expect(trustSchool(db(), trustId(), head.schoolId).names).toBe(true);
  expect(() => trustSchool(db(), 'other', head.schoolId)).toThrow(/no such school/);
  expect(() => makeSchoolCode(house.attune, { ...trustLead, schoolId: 'x' })).toThrow(/no trust/);
});
