import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './module';
import { type PracticeLists, practicesFile } from './practices';
import { error } from './problem';
import { readYaml } from './yaml-file';

const file = 'practices.yaml';

/** The lists as they are written now: read each time they are asked for, a few kilobytes for a page seldom opened. */
export async function readPractices(
  contentDir: string,
): Promise<{ lists: PracticeLists | null; problems: Problem[] }> {
  const text = await readFile(path.join(contentDir, file), 'utf8').catch(() => null);
  if (text === null) {
    const mend = 'add it to the content folder';
    return { lists: null, problems: [error(file, 1, 'this file is missing', mend)] };
  }
  const { value, problems } = readYaml(file, text, practicesFile);
  return { lists: value, problems };
}
