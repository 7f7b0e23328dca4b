import type { Logger } from 'pino';
import { buildModule } from './build-module.server';
import { checkLibrary, checkModule } from './check';
import type { CompileCache } from './compile-cache.server';
import { fingerprintOf } from './fingerprint.server';
import type { Framework, Module, Problem } from './module';
import type { CheckContext, ModuleOutline } from './outline';
import { byPlace, error } from './problem';
import { readLibrary } from './read-library.server';
import { moduleSlugs, readModule } from './read-module.server';
import { castAcrossModules } from './rules/cast-across-modules';

/** One module on disk as it is written now. */
export interface ReadModule {
  slug: string;
  title: string;
  outline: ModuleOutline | null;
  /** As far as it could be compiled. */
  draft: Module | null;
  /** Its own, in the order of its files. */
  problems: Problem[];
}
export interface Everything {
  modules: ReadModule[];
  /** What is wrong with the files that modules share. */
  shared: Problem[];
  frameworks: Framework[];
}

/** By slug. */
export type Held = Map<string, { fingerprint: string; module: ReadModule }>;

/**
 * Reads, checks and compiles everything under `contentDir`. Nothing that is wrong in one module keeps the others from
 * being read.
 * @param today civil date, for what is to be reviewed
 * @param held what was read before, and is kept here: a module of which no file changed is not read again
 * @throws Error when the content folder has no `modules` folder that can be read.
 */
export async function readEverything(
  contentDir: string,
  today: string,
  cache: CompileCache,
  log: Pick<Logger, 'error'>,
  held: Held = new Map(),
): Promise<Everything> {
  const library = await readLibrary(contentDir);
  const slugs = await moduleSlugs(contentDir);
  const shared = await fingerprintOf(contentDir, ['.', 'frameworks']);
  const modules: ReadModule[] = [];
  for (const slug of slugs) {
    try {
      const own = await fingerprintOf(contentDir, [`modules/${slug}`]);
      const fingerprint = `${own} ${shared} ${today}`;
      const before = held.get(slug);
      const module =
        before?.fingerprint === fingerprint
          ? before.module
          : await readOne(contentDir, slug, { library, today }, cache);
      held.set(slug, { fingerprint, module });
      modules.push(module);
    } catch (thrown) {
      log.error({ err: thrown, module: slug }, 'A module could not be read');
      const problem = error(
        `modules/${slug}/index.mdx`,
        1,
        'the module could not be read or compiled',
        'look in the server’s log for the reason',
      );
      modules.push({ slug, title: slug, outline: null, draft: null, problems: [problem] });
    }
  }
  const outlines = modules.flatMap((module) => module.outline ?? []);
  const across = castAcrossModules(outlines, library);
  return {
    modules: modules.map((module) => withProblems(module, across)),
    shared: checkLibrary(library, slugs).sort(byPlace),
    frameworks: [...library.frameworks.values()],
  };
}

/** A copy: what lies between modules is not held with any of them. */
function withProblems(module: ReadModule, across: readonly Problem[]): ReadModule {
  const own = across.filter((problem) => problem.file === module.outline?.file);
  return { ...module, problems: [...module.problems, ...own].sort(byPlace) };
}

async function readOne(
  contentDir: string,
  slug: string,
  context: CheckContext,
  cache: CompileCache,
): Promise<ReadModule> {
  const outline = await readModule(contentDir, slug);
  const problems = checkModule(outline, context).sort(byPlace);
  const draft = await buildModule(outline, context.library, cache);
  return { slug, title: draft.title, outline, draft, problems };
}
