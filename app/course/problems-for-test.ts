import { checkLibrary, checkModule } from './check';
import type { Problem } from './module';
import { readLibrary } from './read-library.server';
import { moduleSlugs, readModule } from './read-module.server';
import { castAcrossModules } from './rules/cast-across-modules';

/** Everything wrong with a content folder, without compiling it. */
export async function problemsIn(contentDir: string, today = '2026-02-01'): Promise<Problem[]> {
  const library = await readLibrary(contentDir);
  const slugs = await moduleSlugs(contentDir);
  const modules = await Promise.all(slugs.map((slug) => readModule(contentDir, slug)));
  const found = modules.flatMap((module) => checkModule(module, { library, today }));
  const across = castAcrossModules(modules, library);
  return [...across, ...checkLibrary(library, slugs), ...found];
}
