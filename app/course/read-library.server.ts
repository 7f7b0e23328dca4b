import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { refusedPattern } from './house-style';
import type { Problem } from './module';
import type { Library } from './outline';
import { error } from './problem';
import { factsFile, frameworkFile, houseStyleFile, pathwaysFile, sourcesFile } from './schemas';
import { readYaml } from './yaml-file';

/** Reads the files that modules share: sources, facts, frameworks, pathways and the house style. */
export async function readLibrary(contentDir: string): Promise<Library> {
  const problems: Problem[] = [];
  const unread = new Set<string>();
  const read = async <S extends z.ZodType>(file: string, schema: S) => {
    const text = await readFile(path.join(contentDir, file), 'utf8').catch(() => null);
    if (text === null) {
      unread.add(file);
      problems.push(error(file, 1, 'this file is missing', 'add it to the content folder'));
      return null;
    }
    const found = readYaml(file, text, schema);
    problems.push(...found.problems);
    if (!found.value) unread.add(file);
    return found;
  };
  const list = async <T extends { id: string }>(file: string, schema: z.ZodType<T[]>) => {
    const found = await read(file, schema);
    const entries = found?.value ?? [];
    return entries.map((entry, n) => ({ ...entry, file, line: found?.lineOf([n, 'id']) ?? 1 }));
  };

  const sources = (await list('sources.yaml', sourcesFile)).map(({ doi, ...source }) => ({
    ...source,
    url: source.url ?? (doi ? `https://doi.org/${doi}` : undefined),
  }));
  const facts = await list('facts.yaml', factsFile);
  const frameworks = [];
  for (const name of await yamlFiles(path.join(contentDir, 'frameworks'))) {
    const file = `frameworks/${name}`;
    const found = await read(file, frameworkFile);
    if (found?.value) frameworks.push({ ...found.value, file, line: found.lineOf(['id']) });
  }
  const pathways = await list('pathways.yaml', pathwaysFile);
  const style = await read('house-style.yaml', houseStyleFile);
  const words = style?.value?.words ?? [];
  const refused = words.flatMap((word, n) => {
    const pattern = refusedPattern(word.refuse);
    const line = style?.lineOf(['words', n, 'refuse']) ?? 1;
    if (pattern) return [{ ...word, line, pattern }];
    problems.push(
      error(
        'house-style.yaml',
        line,
        `“${word.refuse}” cannot be looked for`,
        'write plain words, or (a|b) for either',
      ),
    );
    return [];
  });
  const names = style?.value?.casting.names ?? [];
  return {
    sources: byId(sources, problems, 'source'),
    facts: byId(facts, problems, 'fact'),
    frameworks: byId(frameworks, problems, 'framework'),
    pathways: [...byId(pathways, problems, 'pathway').values()],
    readingEase: style?.value?.readingEase.minimum ?? 0,
    refused,
    names: new Map(names.map((name) => [name.name, name])),
    unread,
    problems,
  };
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}

/** Keeps the first of each id, and reports the rest. */
function byId<T extends { id: string; file: string; line: number }>(
  entries: T[],
  problems: Problem[],
  what: string,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const entry of entries) {
    const first = found.get(entry.id);
    if (first) {
      problems.push(
        error(
          entry.file,
          entry.line,
          `the id “${entry.id}” of this ${what} is already taken in line ${first.line} of ${first.file}`,
          'give one of them another id',
        ),
      );
    } else found.set(entry.id, entry);
  }
  return found;
}
