import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Db } from '~db/client.server';
import { archiveCorrections, newestCorrection, readArchived } from './archive.server';
import { CompileCache } from './compile-cache.server';
import type { ContentFolders } from './folders';
import type { Course, Framework, Guide, Module, ModuleState } from './module';
import { needsReview, type Written } from './needs-review';
import type { Library } from './outline';
import { type Held, readEverything } from './read-all.server';
import { guidesAfter, statesAfter } from './served.server';
import { londonToday } from './today';
import { watchContent } from './watch-content.server';

interface CourseOptions {
  contentDir: string;
  /** A school's own modules, and what they cite. */
  schoolContentDir?: string | null;
  /** Holds the compiled pages and each module's last good version. */
  dataDir: string;
  /** For the archive. */
  db: Db;
  now: () => Date;
  log: Logger;
  /** Reads again when files change. */
  watch: boolean;
}

/** How many archived versions are held in memory, for those part-way through one. */
const heldVersions = 30;

/**
 * Opens the content folders: reads, checks and compiles all of them. From then on every answer comes from memory, but a
 * version that is only in the archive.
 * @throws Error when the content folder has no `modules` in it, or a school's folder is not there.
 */
export async function openCourse(options: CourseOptions): Promise<Course> {
  const { contentDir, schoolContentDir = null, dataDir, db, now, log } = options;
  await access(path.join(contentDir, 'modules')).catch(() => {
    throw new Error(
      `There is no folder “modules” in the content folder ${contentDir}. Set CONTENT_DIR.`,
    );
  });
  if (schoolContentDir !== null) {
    await access(schoolContentDir).catch(() => {
      throw new Error(
        `There is no folder ${schoolContentDir} for your school’s own modules. Make it, or take SCHOOL_CONTENT_DIR away.`,
      );
    });
  }
  const folders: ContentFolders = { contentDir, schoolContentDir };
  const cache = new CompileCache(dataDir);
  const held: Held = new Map();
  const archived = new Map<string, Module>();
  let states: ModuleState[] = [];
  let guides: Guide[] = [];
  let written: Written | null = null;

  async function read(): Promise<void> {
    const found = await readEverything(folders, londonToday(now()), cache, log, held);
    states = await statesAfter(found, states, dataDir);
    guides = await guidesAfter(found, guides, { dataDir, log });
    archiveCorrections(db, served(), now());
    written = found.written;
  }

  const served = () => states.flatMap((state) => state.served ?? []);

  let reading: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  /** While one reading is under way, all who ask wait for the same next one. */
  function refresh(): Promise<void> {
    next ??= reading.then(() => {
      next = null;
      reading = read().catch((err: unknown) => {
        log.error({ err }, 'Content could not be read again; what was read before is still served');
      });
      return reading;
    });
    return next;
  }

  // Watched from before the first reading, so that no change falls between the two.
  const stopWatching = options.watch ? await watchContent(folders, refresh, log) : async () => {};
  reading = read();
  // Only now has every page been asked for: later readings skip what did not change.
  await reading
    .then(() => cache.forgetUnused(now()))
    .catch(async (thrown: unknown) => {
      await stopWatching();
      throw thrown;
    });

  function version(contentHash: string): Module | null {
    const served = states.find((state) => state.served?.contentHash === contentHash)?.served;
    return served ?? heldOr(archived, contentHash, () => readArchived(db, contentHash));
  }

  return {
    modules: served,
    module: (slug) => states.find((state) => state.slug === slug)?.served ?? null,
    states: () => states,
    frameworks: () => (written ? frameworksIn(written.library) : []),
    pathways: () =>
      (written?.library.pathways ?? []).map(({ file: _, line: __, ...pathway }) => pathway),
    guide: (id) => guides.find((guide) => guide.id === id) ?? null,
    guides: () => guides,
    needsReview: (today) => (written ? needsReview(written, today) : []),
    version,
    corrected: (earlier, later) => version(newestCorrection(db, earlier, later)) ?? earlier,
    refresh,
    async close() {
      await stopWatching();
      await (next ?? reading);
    },
  };
}

function frameworksIn({ frameworks, sources }: Library): Framework[] {
  return [...frameworks.values()].map(({ file: _, line: __, source, ...framework }) => {
    const { citation, url } = sources.get(source) ?? {};
    return { ...framework, cites: citation === undefined ? null : { citation, url } };
  });
}

/** Keeps the versions asked for last; a version never changes, so none is ever read again while it is held. */
function heldOr(held: Map<string, Module>, hash: string, find: () => Module | null): Module | null {
  const module = held.get(hash) ?? find();
  if (!module) return null;
  held.delete(hash);
  held.set(hash, module);
  const oldest = held.keys().next().value;
  if (held.size > heldVersions && oldest !== undefined) held.delete(oldest);
  return module;
}
