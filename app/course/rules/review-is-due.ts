import type { Problem } from '../module';
import type {
  CheckContext,
  FactEntry,
  Framework,
  Library,
  ModuleOutline,
  PageOutline,
  SourceEntry,
} from '../outline';
import { warning } from '../problem';
import { allProse } from './pieces';

const mend = 'look at it again, and set a new reviewBy';

/** Warns when the day has passed by which the module, or a source, fact or framework that it uses, was to be looked at again. */
export function reviewIsDue(module: ModuleOutline, { library, today }: CheckContext): Problem[] {
  const { front, file } = module;
  const own =
    front && front.reviewBy < today
      ? [
          warning(
            file,
            module.frontLine('reviewBy'),
            `this module was to be reviewed by ${front.reviewBy}`,
            mend,
          ),
        ]
      : [];
  const frameworks = Object.keys(front?.covers ?? {}).flatMap(
    (id) => library.frameworks.get(id) ?? [],
  );
  return [...own, ...overdue([...frameworks, ...restsOn(allProse(module), library)], today)];
}

/** The same of a page that belongs to no module. */
export function pageReviewIsDue(page: PageOutline, { library, today }: CheckContext): Problem[] {
  return overdue(restsOn([page], library), today);
}

type Entry = SourceEntry | FactEntry | Framework;

/** The sources and facts that these pages cite, and the sources that those facts rest on; each once. */
export function restsOn(
  pages: readonly PageOutline[],
  library: Library,
): (SourceEntry | FactEntry)[] {
  const citations = pages.flatMap((page) => page.citations);
  const facts = citations.flatMap((c) =>
    c.component === 'Fact' ? (library.facts.get(c.id) ?? []) : [],
  );
  const cited = citations.filter((c) => c.component === 'Cite').map((c) => c.id);
  const sources = [...cited, ...facts.map((fact) => fact.source)].flatMap(
    (id) => library.sources.get(id) ?? [],
  );
  return [...new Set([...sources, ...facts])];
}

function overdue(entries: readonly Entry[], today: string): Problem[] {
  return entries
    .filter((entry) => entry.reviewBy < today)
    .map((entry) =>
      warning(
        entry.file,
        entry.line,
        `“${entry.id}” was to be reviewed by ${entry.reviewBy}`,
        mend,
      ),
    );
}
