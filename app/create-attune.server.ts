import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { migrateDb, openDb } from '~db/client.server';
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
  const db = openDb(path.join(config.dataDir, 'attune.db'));
  migrateDb(db);
  const keyring = loadKeyring(config.dataDir);
  const recordKey = loadRecordKey(config.dataDir);
  const { contentDir, dataDir } = config;
  const course = await openCourse({
    contentDir,
    dataDir,
    db,
    now,
    log,
    watch: options.watch ?? false,
  });
  return { config, db, course, keyring, recordKey, now, log };
}

/** Closes what `createAttune` opened. */
export async function closeAttune(attune: Attune): Promise<void> {
  await attune.course.close();
  attune.db.$client.close();
}
