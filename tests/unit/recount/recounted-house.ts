import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '~/config.server';
import type { Attune } from '~/context.server';
import type { Course } from '~/course/module';
import { loadKeyring } from '~/people/keyring.server';
import { loadRecordKey } from '~/record/signing-key.server';
import type { Db } from '~db/client.server';
import { goodContent } from '../../fixtures/content/copy-content';
import { modules } from './random-life';

const dir = mkdtempSync(path.join(tmpdir(), 'attune-recount-'));

/** Which module covers which topic; the last covers none, and one topic is covered by none. */
const covers = [['a', 'b'], ['b', 'd'], []];
const topics = ['a', 'b', 'c', 'd'];
const course = {
  modules: () =>
    modules.map((slug, n) => ({
      slug,
      title: `About ${slug}`,
      covers: { 'nice-ng26': covers[n] },
    })),
  frameworks: () => [{ id: 'nice-ng26', topics: topics.map((id) => ({ id })) }],
} as unknown as Course;
/** Of each topic, the modules that cover it. */
export const covering = topics.map((topic) => modules.filter((_, n) => covers[n]?.includes(topic)));

/** The house around a database, in the afternoon of a civil date. */
export function attuneOn(db: Db, today: string): Attune {
  return {
    ...{ config: readConfig({ DATA_DIR: dir, CONTENT_DIR: goodContent }), db, course },
    ...{ keyring: loadKeyring(dir), recordKey: loadRecordKey(dir) },
    ...{ now: () => new Date(`${today}T16:00:00Z`), log: pino({ level: 'silent' }) },
  };
}
