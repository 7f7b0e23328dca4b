import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs } from '@remix-run/node';
import { pino } from 'pino';
import { readConfig } from '~/config.server';
import type { Attune } from '~/context.server';
import { loadRecordKey } from '~/record/signing-key.server';
import type { WhoToTell } from '~db/schema';
import { makeTestDb } from '../../tests/fixtures/test-db';
import type { Actor } from './actor';
import { loadKeyring } from './keyring.server';
import { startSession } from './session.server';
import { ensureSetupCode, setUpSchool } from './setup.server';
import { addPerson } from './staff.server';
import type { StaffDetails } from './staff-details';

type Course = Attune['course'];
type Module = ReturnType<Course['modules']>[number];

/** The password of everyone that these tests make. */
export const password = 'four kind words here';

const contact = { name: 'Amina Shah', phone: '01632 960 123' };
export const whoToTell: WhoToTell = {
  safeguardingLead: contact,
  deputySafeguardingLead: contact,
  childrensSocialCare: contact,
  head: contact,
  chairOfGovernors: contact,
  localAuthorityOfficer: contact,
};

export interface TestHouse {
  attune: Attune;
  clock: { set(iso: string): void; advance(minutes: number): void };
}

/** An Attune with an empty in-memory database, a clock that stands still until it is moved, and the modules named. */
export function makeTestHouse(
  modules: (Pick<Module, 'slug' | 'title' | 'minutes'> & { version?: number })[] = [],
  pathways: ReturnType<Course['pathways']> = [],
): TestHouse {
  let at = Date.parse('2026-09-07T09:00:00Z');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-people-'));
  const served = modules.map((module) => ({ version: 1, ...module })) as Module[];
  const course: Course = {
    modules: () => served,
    module: (slug) => served.find((one) => one.slug === slug) ?? null,
    states: () => [],
    frameworks: () => [],
    pathways: () => pathways,
    guide: () => null,
    guides: () => [],
    needsReview: () => [],
    version: () => null,
    corrected: (earlier) => earlier,
    refresh: async () => {},
    close: async () => {},
  };
  const attune: Attune = {
    config: readConfig({ DATA_DIR: dataDir }),
    db: makeTestDb(),
    course,
    keyring: loadKeyring(dataDir),
    recordKey: loadRecordKey(dataDir),
    now: () => new Date(at),
    log: pino({ level: 'silent' }),
  };
  return {
    attune,
    clock: {
      set: (iso) => {
        at = Date.parse(iso);
      },
      advance: (minutes) => {
        at += minutes * 60_000;
      },
    },
  };
}

/** Sets up the first school; its lead and head have `password`. */
export async function makeSchool({ attune }: TestHouse): Promise<{ lead: Actor; head: Actor }> {
  const code = ensureSetupCode(attune.db, attune.now());
  if (!code) throw new Error('There is a school already.');
  const { schoolId, leadId, headId } = await setUpSchool(attune, {
    code,
    schoolName: 'Elm Road Primary',
    urn: '100001',
    whoToTell,
    lead: { name: 'Leah Lead', email: 'lead@elm.example', password },
    head: { name: 'Hana Head', email: 'head@elm.example', password },
  });
  return {
    lead: { personId: leadId, schoolId, role: 'lead' },
    head: { personId: headId, schoolId, role: 'head' },
  };
}

export const someone = (more: Partial<StaffDetails> = {}): StaffDetails => ({
  name: 'Tara Assistant',
  email: 'tara@elm.example',
  staffNumber: null,
  roleGroup: 'teaching assistant',
  contract: 'permanent',
  teams: ['Year 4'],
  startDate: '2026-09-01',
  ...more,
});

/** Adds people with an e-mail address each. Returns their ids. */
export function addPeople({ attune }: TestHouse, actor: Actor, n: number): string[] {
  return Array.from({ length: n }, (_, i) =>
    addPerson(attune, actor, someone({ name: `Person ${i}`, email: `p${i}@elm.example` })),
  );
}

/** What a browser sends back of a Set-Cookie header. */
export const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? '';

/** Signs someone in and returns the Cookie header their browser sends from then on. */
export async function cookieFor(
  { attune }: Pick<TestHouse, 'attune'>,
  personId: string,
  sharedDevice = true,
) {
  return cookieOf(await startSession(attune, personId, sharedDevice));
}

interface Asked {
  cookie?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** What a route's loader or action receives. With `form` it is a POST. */
export function request(
  { attune }: Pick<TestHouse, 'attune'>,
  url: string,
  asked: Asked = {},
): ActionFunctionArgs {
  const { cookie, form, headers } = asked;
  const made = new Request(`http://localhost:3000${url}`, {
    method: form ? 'POST' : 'GET',
    headers: { ...(cookie ? { Cookie: cookie } : {}), ...headers },
    body: form ? new URLSearchParams(form) : undefined,
  });
  return { request: made, params: {}, context: { attune, nonce: '', address: '192.0.2.1' } };
}

/** What a loader or action threw. @throws Error when it did not throw a Response. */
export async function thrownBy(work: () => Promise<unknown>): Promise<Response> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}
