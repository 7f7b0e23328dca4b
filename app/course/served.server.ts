import type { Logger } from 'pino';
import { originOf } from './folders';
import { inPathwayOrder } from './in-order';
import {
  keepLastGood,
  keepLastGoodGuide,
  readLastGood,
  readLastGoodGuide,
} from './last-good.server';
import type { Guide, Module, ModuleState, Origin, Problem } from './module';
import { isError, printProblem } from './problem';
import type { Everything, ReadModule } from './read-all.server';

/** What there is to serve, and to list for the lead, after reading: what passed, or else what passed last. */
export async function statesAfter(
  found: Everything,
  before: readonly ModuleState[],
  dataDir: string,
): Promise<ModuleState[]> {
  const states: ModuleState[] = [];
  for (const module of found.modules) {
    const { slug, origin, draft } = module;
    const problems = [...module.problems, ...sharedWith(origin, found.shared)];
    const served = problems.some(isError)
      ? ((await readLastGood(dataDir, slug, origin)) ?? servedBefore(before, slug, origin))
      : await pass(module, dataDir);
    // Without front matter that can be read, the name it had is better than its folder's.
    const title = module.outline?.front ? module.title : (served?.title ?? module.title);
    const leftOut = found.leftOut.filter((other) => other.slug === slug);
    problems.push(...leftOut.map(({ problem }) => problem));
    states.push({ slug, origin, title, served, draft, problems });
  }
  return states.sort(inPathwayOrder(found.written.library.pathways));
}

/** The guides to serve after reading. What keeps the newest edit of one from being served is logged. */
export async function guidesAfter(
  found: Everything,
  before: readonly Guide[],
  { dataDir, log }: { dataDir: string; log: Pick<Logger, 'warn'> },
): Promise<Guide[]> {
  const guides: Guide[] = [];
  for (const { id, draft, problems: own } of found.guides) {
    const wrong = [...own, ...sharedWith('attune', found.shared)].filter(isError);
    if (wrong.length === 0) {
      await keepLastGoodGuide(dataDir, draft);
      guides.push(draft);
      continue;
    }
    log.warn(
      { guide: id, problems: wrong.map(printProblem) },
      'A guide has faults; the last good one is served',
    );
    const last = (await readLastGoodGuide(dataDir, id)) ?? before.find((guide) => guide.id === id);
    if (last) guides.push(last);
  }
  return guides.sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

/**
 * A fault in what comes with Attune is every module's, one in a school's files only its own modules'. A pathway that is
 * wrong says nothing about the modules it leads through.
 */
function sharedWith(origin: Origin, shared: readonly Problem[]): Problem[] {
  return shared.filter(
    ({ file }) => file !== 'pathways.yaml' && (origin === 'school' || originOf(file) === 'attune'),
  );
}

function servedBefore(before: readonly ModuleState[], slug: string, origin: Origin): Module | null {
  return before.find((state) => state.slug === slug && state.origin === origin)?.served ?? null;
}

async function pass({ draft }: ReadModule, dataDir: string): Promise<Module | null> {
  if (draft) await keepLastGood(dataDir, draft);
  return draft;
}
