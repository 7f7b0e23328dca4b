import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { isHealthy, migrateDb, openDb } from '~db/client.server';
import type { Config } from './config.server';
import type { Attune } from './context.server';
import { openCourse } from './course/course.server';
import { loadKeyring } from './people/keyring.server';
import { loadRecordKey } from './record/signing-key.server';

interface Options {
  now?: () => Date;
  /** Re-read content when files change. */
  watch?: boolean;
}

/**
 * Opens the database, the keys and the content, and hands them over as one object.
 * @throws Error in words when a folder cannot be written, a key cannot be read or a migration fails.
 */
export async function createAttune(config: Config, options: Options = {}): Promise<Attune> {
  const now = options.now ?? (() => new Date());
  const log = pino({ level: config.logLevel });
  mkdirSync(config.dataDir, { recursive: true });
  const db = openUpToDate(path.join(config.dataDir, 'attune.db'), now(), log);
  const keyring = loadKeyring(config.dataDir);
  const recordKey = loadRecordKey(config.dataDir);
  const { contentDir, schoolContentDir, dataDir } = config;
  const course = await openCourse({
    contentDir,
    schoolContentDir,
    dataDir,
    db,
    now,
    log,
    watch: options.watch ?? false,
  });
  return { config, db, course, keyring, recordKey, now, log };
}

/** An older database is copied beside itself before it is migrated. */
function openUpToDate(file: string, now: Date, log: Attune['log']): Attune['db'] {
  const there = existsSync(file);
  const db = openDb(file);
  if (there && !isHealthy(db)) {
    const copy = `${file}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
    db.$client.prepare('VACUUM INTO ?').run(copy);
    log.info({ copy }, 'the database is older than this version: copied before migrating');
  }
  migrateDb(db);
  return db;
}

/** Closes what `createAttune` opened. */
export async function closeAttune(attune: Attune): Promise<void> {
  await attune.course.close();
  attune.db.$client.close();
}
