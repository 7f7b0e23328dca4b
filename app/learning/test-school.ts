import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import pino from 'pino';
import { v4 as uuid } from 'uuid';
import { readConfig } from '~/config.server';
import type { Attune } from '~/context.server';
import { newestCorrection } from '~/course/archive.server';
import type { Course, Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { loadKeyring } from '~/people/keyring.server';
import { loadRecordKey } from '~/record/signing-key.server';
import { event, eventDetail, person, school } from '~db/schema';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { testModule } from './test-module';

const contact = (name: string) => ({ name, phone: '01234 567890' });
export const whoToTell = {
  safeguardingLead: contact('Amina Shah'),
  deputySafeguardingLead: contact('Tom Reed'),
  childrensSocialCare: contact('Children’s social care'),
  head: contact('Jo Park'),
  chairOfGovernors: contact('Lee Ward'),
  localAuthorityOfficer: contact('Sam Hill'),
};

export interface TestSchool {
  attune: Attune;
  ta: Actor;
  other: Actor;
  /** Serves this version from now on. */
  serve: (version: Module) => void;
  /** Puts someone new on the staff list. */
  join: () => Actor;
  /** Verbs on the record about someone, in order. */
  verbs: (about: Actor) => string[];
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-learning-'));
const keyring = loadKeyring(dataDir);
const recordKey = loadRecordKey(dataDir);

/** A school with two people, one served module and a clock that moves on a second at every look. */
export function makeTestSchool({ told = true } = {}): TestSchool {
  const db = makeTestDb();
  let clock = Date.UTC(2026, 8, 7, 9);
  const versions = new Map<string, Module>([[testModule.contentHash, testModule]]);
  let served = testModule;
  const course: Course = {
    modules: () => [served],
    module: (slug) => (slug === served.slug ? served : null),
    states: () => [],
    frameworks: () => [],
    pathways: () => [],
    guide: () => null,
    guides: () => [],
    needsReview: () => [],
    version: (hash) => versions.get(hash) ?? null,
    corrected: (earlier, later) => versions.get(newestCorrection(db, earlier, later)) ?? earlier,
    refresh: async () => {},
    close: async () => {},
  };
  const attune: Attune = {
    config: readConfig({ DATA_DIR: dataDir }),
    db,
    course,
    keyring,
    recordKey,
    now: () => {
      clock += 1000;
      return new Date(clock);
    },
    log: pino({ level: 'silent' }),
  };
  db.insert(school)
    .values({
      id: 'school',
      name: 'Elm Road',
      whoToTell: told ? whoToTell : null,
      createdAt: clock,
    })
    .run();
  const add = (id: string, name: string): Actor => {
    db.insert(person)
      .values({
        id,
        schoolId: 'school',
        name,
        roleGroup: 'teaching assistant',
        contract: 'permanent',
        teams: [],
        startDate: '2026-09-01',
        createdAt: clock,
      })
      .run();
    return { personId: id, schoolId: 'school', role: 'staff' };
  };
  return {
    attune,
    ta: add('ta', 'Priya Nair'),
    other: add('other', 'Dan Cole'),
    serve: (version) => {
      served = version;
      versions.set(version.contentHash, version);
    },
    join: () => add(uuid(), 'Someone New'),
    verbs: ({ personId }) =>
      db
        .select({ verb: event.verb })
        .from(event)
        .innerJoin(eventDetail, eq(eventDetail.eventId, event.id))
        .where(and(eq(eventDetail.name, 'person'), eq(eventDetail.value, personId)))
        .orderBy(asc(event.seq))
        .all()
        .map((e) => e.verb),
  };
}
