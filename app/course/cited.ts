import type { Fact, Module, Reference, Segment, Source } from './module';
import type { Library, PageOutline } from './outline';
import { civilDateInWords, gradeInWords } from './said';

/** A source with its number in the module's list of references, from 1. */
export interface CitedSource extends Source {
  number: number;
}
export type CitedFact = Fact;
export type { Reference } from './module';

/** What these pages cite, in order of first citation; a fact brings the source it rests on. Unknown ids are left out. */
export function citedBy(
  pages: readonly PageOutline[],
  library: Library,
): { sources: Map<string, CitedSource>; facts: Map<string, CitedFact> } {
  const sources = new Map<string, CitedSource>();
  const facts = new Map<string, CitedFact>();
  const cite = (id: string) => {
    const entry = library.sources.get(id);
    if (!entry || sources.has(id)) return;
    const { file: _file, line: _line, ...source } = entry;
    sources.set(id, { ...withoutUndefined(source), number: sources.size + 1 });
  };
  for (const citation of pages.flatMap((page) => page.citations)) {
    if (citation.component === 'Cite') cite(citation.id);
    const entry = citation.component === 'Fact' ? library.facts.get(citation.id) : undefined;
    if (!entry) continue;
    const { file: _file, line: _line, ...fact } = entry;
    facts.set(fact.id, fact);
    cite(fact.source);
  }
  return { sources, facts };
}

function withoutUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/**
 * The sources cited in these segments, explanations included, in the order and with the numbers of the module's list;
 * all of the module's when no segments are given.
 */
export function referencesOf(
  module: Pick<Module, 'sources'>,
  segments?: readonly Segment[],
): Reference[] {
  const html = segments ? JSON.stringify(segments) : null;
  return module.sources
    .map((source, n) => ({
      id: source.id,
      number: n + 1,
      citation: source.citation,
      ...(source.url ? { url: source.url } : {}),
      grade: gradeInWords(source.grade),
      checked: civilDateInWords(source.checked),
      reviewBy: civilDateInWords(source.reviewBy),
    }))
    .filter((source) => html === null || html.includes(`#source-${source.id}\\"`));
}
