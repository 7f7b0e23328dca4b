import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '~/config.server';
import type { Attune } from '~/context.server';
import { closeAttune, createAttune } from '~/create-attune.server';
import type { Actor } from '~/people/actor';
import { ensureSetupCode, setUpSchool } from '~/people/setup.server';
import { warmUp } from './content';
import { freeOrigin, type Server, startServer } from './server';

/** A server of the built app on throw-away data, and the same database opened here to seed and to look. */
export interface World {
  origin: string;
  dataDir: string;
  server: Server;
  attune: Attune;
  schoolName: string;
  /** The first lead and head, for seeding; tests make people of their own to sign in. */
  lead: Actor;
  head: Actor;
}

export const password = 'four plain words here';

export const whoToTell = {
  safeguardingLead: { name: 'Dana Whitlock', phone: '01632 960 101' },
  deputySafeguardingLead: { name: 'Owen Price', phone: '01632 960 102' },
  childrensSocialCare: { name: 'Children’s social care', phone: '01632 960 103' },
  head: { name: 'Marian Osei', phone: '01632 960 104' },
  chairOfGovernors: { name: 'Ruth Levy', phone: '01632 960 105' },
  localAuthorityOfficer: { name: 'The local authority officer', phone: '01632 960 106' },
};

/**
 * @param contentDir content of its own, for a test that edits it; else what is on disk
 * @param settings of the server, besides the usual ones
 */
export async function openWorld(
  contentDir?: string,
  settings: Record<string, string> = {},
): Promise<World> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-e2e-'));
  warmUp(dataDir);
  const origin = await freeOrigin();
  const config = readConfig({
    ...{ DATA_DIR: dataDir, ORIGIN: origin, LOG_LEVEL: 'silent' },
    ...(contentDir ? { CONTENT_DIR: contentDir } : {}),
  });
  // First here, then the server: only one of them may migrate and make the keys.
  const attune = await createAttune(config, { watch: false });
  const schoolName = 'Hazel Bank Primary';
  const { schoolId, leadId, headId } = await setUpSchool(attune, {
    code: ensureSetupCode(attune.db, attune.now()) ?? '',
    schoolName,
    urn: '999999',
    whoToTell,
    lead: { name: 'First Lead', email: 'first.lead@hazel.example', password: null },
    head: { name: 'First Head', email: 'first.head@hazel.example', password: null },
  });
  return {
    origin,
    dataDir,
    server: await startServer(origin, dataDir, contentDir, settings),
    attune,
    schoolName,
    lead: { personId: leadId, schoolId, role: 'lead' },
    head: { personId: headId, schoolId, role: 'head' },
  };
}

export async function closeWorld(world: World): Promise<void> {
  await world.server.stop();
  await closeAttune(world.attune);
  rmSync(world.dataDir, { recursive: true, force: true });
}
