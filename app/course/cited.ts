import type { Fact, Module, Page, Segment, Source } from './module';
import type { Library, ModuleOutline } from './outline';

/** A source with its number in the module's list of references, from 1. */
export interface CitedSource extends Source {
  number: number;
}
export type CitedFact = Fact;

/** What a module cites, in order of first citation; a fact brings the source it rests on. Unknown ids are left out. */
export function citedBy(
  module: ModuleOutline,
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
  for (const citation of [module.intro, ...module.pages].flatMap((page) => page.citations)) {
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

/** The number of a source in the module's list of references, from 1. */
export function sourceNumber(module: Module, id: string): number {
  return module.sources.findIndex((source) => source.id === id) + 1;
}

/** The sources cited in these segments, explanations included, in the order of the module's list. */
export function sourcesCitedIn(module: Module, segments: readonly Segment[] | Page): Source[] {
  const html = JSON.stringify(segments);
  return module.sources.filter((source) => html.includes(`#source-${source.id}\\"`));
}
