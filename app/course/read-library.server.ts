import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Folder } from './folders';
import { refusedPattern } from './house-style';
import { LibraryFiles } from './library-files.server';
import type { CastName, FactEntry, Library, RefusedWord, SourceEntry } from './outline';
import { error } from './problem';
import {
  factsFile,
  frameworkFile,
  houseStyleFile,
  pathwaysFile,
  schoolHouseStyleFile,
  sourcesFile,
} from './schemas';

const styleFile = 'house-style.yaml';

/** Reads the files that modules share: sources, facts, frameworks, pathways and the house style. */
export async function readLibrary(folder: Folder): Promise<Library> {
  const files = new LibraryFiles(folder);
  const cited = await readCited(files);
  const frameworks = [];
  for (const name of await yamlFiles(path.join(folder.dir, 'frameworks'))) {
    const file = `frameworks/${name}`;
    const found = await files.read(file, frameworkFile);
    if (found?.value) frameworks.push({ ...found.value, file, line: found.lineOf(['id']) });
  }
  const pathways = await files.list('pathways.yaml', pathwaysFile);
  const style = await files.read(styleFile, houseStyleFile);
  const lineOf = (n: number) => style?.lineOf(['words', n, 'refuse']) ?? 1;
  return {
    ...cited,
    frameworks: files.byId(frameworks, 'framework'),
    pathways: [...files.byId(pathways, 'pathway').values()],
    readingEase: style?.value?.readingEase ?? { minimum: 0, leads: 0 },
    refused: readRefused(files, style?.value?.words ?? [], lineOf),
    names: byName(style?.value?.casting.names ?? []),
    unread: files.unread,
    problems: files.problems,
  };
}

/**
 * What a school's modules may cite and cast: all that comes with Attune, and the sources, facts and names that the school
 * adds. `problems` are those of the school's files alone.
 */
export async function addSchoolLibrary(library: Library, folder: Folder): Promise<Library> {
  const files = new LibraryFiles(folder);
  const cited = await readCited(files, library);
  const style = await files.read(styleFile, schoolHouseStyleFile);
  return {
    ...library,
    ...cited,
    names: new Map([...library.names, ...byName(style?.value?.casting.names ?? [])]),
    unread: new Set([...library.unread, ...files.unread]),
    problems: files.problems,
  };
}

async function readCited(
  files: LibraryFiles,
  before?: Pick<Library, 'sources' | 'facts'>,
): Promise<{ sources: Map<string, SourceEntry>; facts: Map<string, FactEntry> }> {
  const sources = (await files.list('sources.yaml', sourcesFile)).map(({ doi, ...source }) => ({
    ...source,
    url: source.url ?? (doi ? `https://doi.org/${doi}` : undefined),
  }));
  const facts = await files.list('facts.yaml', factsFile);
  return {
    sources: files.byId(sources, 'source', before?.sources),
    facts: files.byId(facts, 'fact', before?.facts),
  };
}

function readRefused(
  files: LibraryFiles,
  words: z.infer<typeof houseStyleFile>['words'],
  lineOf: (n: number) => number,
): RefusedWord[] {
  return words.flatMap((word, n) => {
    const line = lineOf(n);
    const pattern = refusedPattern(word.refuse);
    if (pattern) return [{ ...word, line, pattern }];
    const mend = 'write plain words, or (a|b) for either';
    files.problems.push(error(styleFile, line, `“${word.refuse}” cannot be looked for`, mend));
    return [];
  });
}

function byName(names: readonly CastName[]): Map<string, CastName> {
  return new Map(names.map((name) => [name.name, name]));
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}
