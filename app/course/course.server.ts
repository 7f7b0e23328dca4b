import { access } from 'node:fs/promises';
import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import type { Logger } from 'pino';
import type { Db } from '~db/client.server';
import { readArchived } from './archive.server';
import { CompileCache } from './compile-cache.server';
import { keepLastGood, readLastGood } from './last-good.server';
import type { Course, Framework, Module, ModuleState } from './module';
import { isError } from './problem';
import { type Held, type ReadModule, readEverything } from './read-all.server';
import { londonToday } from './today';

interface CourseOptions {
  contentDir: string;
  /** Holds the compiled pages and each module's last good version. */
  dataDir: string;
  /** For the archive. */
  db: Db;
  now: () => Date;
  log: Logger;
  /** Reads again when files change. */
  watch: boolean;
}

/** A pause in writing, in milliseconds, after which files that change together are read together. */
const quiet = 200;
/** How many archived versions are held in memory, for those part-way through one. */
const heldVersions = 30;

/**
 * Opens the content folder: reads, checks and compiles all of it. From then on every answer comes from memory, but a
 * version that is only in the archive.
 * @throws Error when the folder has no `modules` in it.
 */
export async function openCourse(options: CourseOptions): Promise<Course> {
  const { contentDir, dataDir, db, now, log } = options;
  await access(path.join(contentDir, 'modules')).catch(() => {
    throw new Error(
      `There is no folder “modules” in the content folder ${contentDir}. Set CONTENT_DIR.`,
    );
  });
  const cache = new CompileCache(dataDir);
  const held: Held = new Map();
  const archived = new Map<string, Module>();
  let states: ModuleState[] = [];
  let frameworks: Framework[] = [];

  async function read(): Promise<void> {
    const before = new Map(states.map((state) => [state.slug, state.served]));
    const { modules, shared, ...read } = await readEverything(
      contentDir,
      londonToday(now()),
      cache,
      log,
      held,
    );
    // A pathway that is wrong says nothing about the modules it leads through.
    const theirs = shared.filter((problem) => problem.file !== 'pathways.yaml');
    const next: ModuleState[] = [];
    for (const module of modules) {
      const problems = [...module.problems, ...theirs];
      const { slug, draft } = module;
      const served = problems.some(isError)
        ? ((await readLastGood(dataDir, slug)) ?? before.get(slug) ?? null)
        : await pass(module);
      // Without front matter that can be read, the name it had is better than its folder's.
      const title = module.outline?.front ? module.title : (served?.title ?? module.title);
      next.push({ slug, title, served, draft, problems });
    }
    frameworks = read.frameworks;
    states = next.sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  }

  async function pass({ draft }: ReadModule): Promise<Module | null> {
    if (draft) await keepLastGood(dataDir, draft);
    return draft;
  }

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
  const stopWatching = options.watch
    ? await watchContent(contentDir, refresh, log)
    : async () => {};
  reading = read();
  // Only now has every page been asked for: later readings skip what did not change.
  await reading
    .then(() => cache.forgetUnused(now()))
    .catch(async (thrown: unknown) => {
      await stopWatching();
      throw thrown;
    });

  return {
    modules: () => states.flatMap((state) => state.served ?? []),
    module: (slug) => states.find((state) => state.slug === slug)?.served ?? null,
    states: () => states,
    frameworks: () => frameworks,
    version(contentHash) {
      const served = states.find((state) => state.served?.contentHash === contentHash)?.served;
      return served ?? heldOr(archived, contentHash, () => readArchived(db, contentHash));
    },
    refresh,
    async close() {
      await stopWatching();
      await (next ?? reading);
    },
  };
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

async function watchContent(
  contentDir: string,
  changed: () => void,
  log: Logger,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFiles(contentDir, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  });
  watcher.on('error', (err) => log.error({ err }, 'Content can no longer be watched for changes'));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
