import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { digestOf } from './content-hash.server';
import type { Guide, Module, Origin } from './module';
import { replaceFile } from './write-file.server';

/*
 * The newest version of each module and guide that passed, as a file under `DATA_DIR/last-good`. While the newest edit is
 * broken every process serves this one, and so does the next start.
 */

/** Raised when module.ts changes shape, so that a file written before is not read as what it is not. */
const format = 2;

interface Kept<T> {
  format: number;
  digest: string;
  content: T;
}

export function keepLastGood(dataDir: string, module: Module): Promise<void> {
  return keep(fileOf(dataDir, module.slug), module);
}

export function keepLastGoodGuide(dataDir: string, guide: Guide): Promise<void> {
  return keep(guideFileOf(dataDir, guide.id), guide);
}

/** Null when there is none from that folder, or when the file is not what was written. */
export async function readLastGood(
  dataDir: string,
  slug: string,
  origin: Origin,
): Promise<Module | null> {
  const module = await readKept<Module>(fileOf(dataDir, slug));
  return module?.slug === slug && module.origin === origin ? module : null;
}

/** Null when there is none, or when the file is not what was written. */
export async function readLastGoodGuide(dataDir: string, id: string): Promise<Guide | null> {
  const guide = await readKept<Guide>(guideFileOf(dataDir, id));
  return guide?.id === id ? guide : null;
}

const fileOf = (dataDir: string, slug: string) => path.join(dataDir, 'last-good', `${slug}.json`);
const guideFileOf = (dataDir: string, id: string) =>
  path.join(dataDir, 'last-good', 'guides', `${id}.json`);

async function keep<T extends Module | Guide>(file: string, content: T): Promise<void> {
  if (isDeepStrictEqual(await readKept<T>(file), content)) return;
  const kept: Kept<T> = { format, digest: digestOf(content), content };
  await replaceFile(file, JSON.stringify(kept));
}

async function readKept<T extends Module | Guide>(file: string): Promise<T | null> {
  try {
    const found: Kept<T> = JSON.parse(await readFile(file, 'utf8'));
    return found.format === format && digestOf(found.content) === found.digest
      ? found.content
      : null;
  } catch {
    return null;
  }
}
