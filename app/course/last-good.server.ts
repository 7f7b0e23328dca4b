import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contentHashOf } from './content-hash.server';
import type { Module } from './module';
import { sinceWritten } from './stored';
import { replaceFile } from './write-file.server';

/*
 * The newest version of each module that passed, as a file under `DATA_DIR/last-good`. While the newest edit is broken
 * every process serves this one, and so does the next start.
 */

/** Raised when module.ts changes shape, so that a file written before is not read as what it is not. */
const format = 1;

const fileOf = (dataDir: string, slug: string) => path.join(dataDir, 'last-good', `${slug}.json`);

export async function keepLastGood(dataDir: string, module: Module): Promise<void> {
  const held = await readLastGood(dataDir, module.slug);
  if (isDeepStrictEqual(held, module)) return;
  await replaceFile(fileOf(dataDir, module.slug), JSON.stringify({ format, module }));
}

/** Null when there is none, or when the file is not what was written. */
export async function readLastGood(dataDir: string, slug: string): Promise<Module | null> {
  try {
    const found: { format: number; module: Module } = JSON.parse(
      await readFile(fileOf(dataDir, slug), 'utf8'),
    );
    const whole =
      found.format === format && contentHashOf(found.module) === found.module.contentHash;
    return whole && found.module.slug === slug ? sinceWritten(found.module) : null;
  } catch {
    return null;
  }
}
