import type { Logger } from 'pino';
import { buildGuide, buildModule } from './build-module.server';
import { checkGuide, checkLibrary, checkModule } from './check';
import type { PageCompiler } from './compile-cache.server';
import { fingerprintOf, fingerprintOfText } from './fingerprint.server';
import {
  builtInFolder,
  type ContentFolders,
  type Folder,
  schoolFolder,
  schoolPrefix,
} from './folders';
import type { Guide, Module, Origin, Problem } from './module';
import type { Written } from './needs-review';
import type { CheckContext, GuideOutline, Library, ModuleOutline } from './outline';
import { guideNames, moduleSlugs, placesIn } from './places.server';
import { byPlace, error, printProblem } from './problem';
import { readGuide } from './read-guide.server';
import { addSchoolLibrary, readLibrary } from './read-library.server';
import { readModule } from './read-module.server';
import { castAcrossModules } from './rules/cast-across-modules';
import { titlesAreUnique } from './rules/titles-are-unique';

/** One module on disk as it is written now. */
export interface ReadModule {
  slug: string;
  origin: Origin;
  title: string;
  outline: ModuleOutline | null;
  /** As far as it could be compiled. */
  draft: Module | null;
  /** Its own, in the order of its files. */
  problems: Problem[];
}
export interface ReadGuide {
  id: string;
  outline: GuideOutline;
  draft: Guide;
  problems: Problem[];
}
export interface Everything {
  modules: ReadModule[];
  guides: ReadGuide[];
  /** What is wrong with the files that modules share. */
  shared: Problem[];
  /** Modules of a school that are left out, since one that came with Attune has the same slug. */
  leftOut: { slug: string; problem: Problem }[];
  written: Written;
}

/** By folder and slug. */
export type Held = Map<string, { fingerprint: string; module: ReadModule }>;

/** What one folder's modules are read against, and what in it, when changed, means that they are read again. */
interface Around {
  folder: Folder;
  context: CheckContext;
  fingerprint: string;
}

/**
 * Reads, checks and compiles everything in the content folders. Nothing that is wrong in one module keeps the others from
 * being read, and nothing in a school's folder touches what came with Attune.
 * @param today civil date, for what is to be reviewed
 * @param held what was read before, and is kept here: a module of which no file changed is not read again
 * @throws Error when the content folder has no `modules` folder that can be read.
 */
export async function readEverything(
  folders: ContentFolders,
  today: string,
  cache: PageCompiler,
  log: Pick<Logger, 'error'>,
  held: Held = new Map(),
): Promise<Everything> {
  const builtIn = builtInFolder(folders.contentDir);
  const school = folders.schoolContentDir ? schoolFolder(folders.schoolContentDir) : null;
  const places = await placesIn(school ? [builtIn, school] : [builtIn]);
  const library = await readLibrary(builtIn);
  const ownSlugs = await moduleSlugs(builtIn);
  const around = async (folder: Folder, theirs: Library): Promise<Around> => ({
    folder,
    context: { library: theirs, today, places },
    fingerprint: fingerprintOfText([
      await fingerprintOf(builtIn.dir, ['.', 'frameworks']),
      folder === builtIn ? '' : await fingerprintOf(folder.dir, ['.']),
      [...places].sort().join(' '),
      today,
    ]),
  });

  const ownAround = await around(builtIn, library);
  const modules: ReadModule[] = [];
  for (const slug of ownSlugs) modules.push(await readOne(ownAround, slug, cache, log, held));
  const guides: ReadGuide[] = [];
  for (const name of await guideNames(builtIn)) {
    guides.push(await readOneGuide(ownAround, name, cache));
  }
  const shared = checkLibrary(library, ownSlugs);

  const leftOut: Everything['leftOut'] = [];
  let whole = library;
  if (school) {
    whole = await addSchoolLibrary(library, school);
    const schoolAround = await around(school, whole);
    for (const slug of await moduleSlugs(school)) {
      if (ownSlugs.includes(slug)) leftOut.push({ slug, problem: slugTaken(slug) });
      else modules.push(await readOne(schoolAround, slug, cache, log, held));
    }
    const theirs = checkLibrary(whole, ownSlugs);
    shared.push(...theirs.filter((problem) => problem.file.startsWith(schoolPrefix)));
  }

  const outlines = modules.flatMap((module) => module.outline ?? []);
  const across = [...castAcrossModules(outlines, whole), ...titlesAreUnique(outlines)];
  return {
    modules: modules.map((module) => withProblems(module, across)),
    guides,
    shared: shared.sort(byPlace),
    leftOut,
    written: { library: whole, modules: outlines, guides: guides.map(({ outline }) => outline) },
  };
}

/** All that was found wrong, in the shared files first; once, however many modules it concerns. */
export function problemsOf({ shared, modules, guides, leftOut }: Everything): Problem[] {
  const all = [
    ...shared,
    ...[...modules, ...guides].flatMap(({ problems }) => problems),
    ...leftOut.map(({ problem }) => problem),
  ];
  return [...new Map(all.map((problem) => [printProblem(problem), problem])).values()];
}

function slugTaken(slug: string): Problem {
  return error(
    `${schoolPrefix}modules/${slug}/index.mdx`,
    1,
    `a module that came with Attune has the address “${slug}” already, so this one is left out`,
    'give its folder another name, such as our-own-start',
  );
}

/** A copy: what lies between modules is not held with any of them. */
function withProblems(module: ReadModule, across: readonly Problem[]): ReadModule {
  const own = across.filter((problem) => problem.file === module.outline?.file);
  return { ...module, problems: [...module.problems, ...own].sort(byPlace) };
}

async function readOne(
  { folder, context, fingerprint: around }: Around,
  slug: string,
  cache: PageCompiler,
  log: Pick<Logger, 'error'>,
  held: Held,
): Promise<ReadModule> {
  const key = `${folder.prefix}modules/${slug}`;
  const { origin } = folder;
  try {
    const own = await fingerprintOf(folder.dir, [`modules/${slug}`]);
    const fingerprint = `${own} ${around}`;
    const before = held.get(key);
    if (before?.fingerprint === fingerprint) return before.module;
    const outline = await readModule(folder, slug);
    const problems = checkModule(outline, context).sort(byPlace);
    const draft = await buildModule(outline, context.library, cache);
    const module = { slug, origin, title: draft.title, outline, draft, problems };
    held.set(key, { fingerprint, module });
    return module;
  } catch (thrown) {
    log.error({ err: thrown, module: slug }, 'A module could not be read');
    const problem = error(
      `${key}/index.mdx`,
      1,
      'the module could not be read or compiled',
      'look in the server’s log for the reason',
    );
    return { slug, origin, title: slug, outline: null, draft: null, problems: [problem] };
  }
}

async function readOneGuide(
  { folder, context }: Around,
  name: string,
  cache: PageCompiler,
): Promise<ReadGuide> {
  const outline = await readGuide(folder, name);
  const problems = checkGuide(outline, context).sort(byPlace);
  return {
    id: outline.id,
    outline,
    draft: await buildGuide(outline, context.library, cache),
    problems,
  };
}
