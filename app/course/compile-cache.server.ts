import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import { type Compiled, compileKey, compilePage } from './compile.server';
import type { PageOutline } from './outline';
import type { Given } from './render';
import { replaceFile } from './write-file.server';

const month = 30 * 24 * 60 * 60 * 1000;

/** Gives the HTML of a page's pieces. */
export type PageCompiler = Pick<CompileCache, 'page'>;

/** Compiled pages, in memory and under `DATA_DIR/cache/course`, named by what went into them. */
export class CompileCache {
  /** One at a time: esbuild takes a process's worth of memory for each. */
  readonly #queue = new PQueue({ concurrency: 1 });
  #inMemory = new Map<string, Compiled>();
  #used = new Set<string>();
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'cache', 'course');
  }

  async page(page: PageOutline, given: Given): Promise<Compiled> {
    const key = compileKey(page, given);
    this.#used.add(key);
    const held = this.#inMemory.get(key) ?? (await this.#onDisk(key, page));
    const compiled = held ?? (await this.#queue.add(() => compilePage(page, given)));
    if (!held) await replaceFile(this.#file(key), JSON.stringify(compiled));
    this.#inMemory.set(key, compiled);
    return compiled;
  }

  /** Forgets what was not asked for since the last call: in memory at once, on disk after a month. */
  async forgetUnused(now: Date): Promise<void> {
    const kept = this.#used;
    this.#used = new Set();
    this.#inMemory = new Map([...this.#inMemory].filter(([key]) => kept.has(key)));
    for (const name of await readdir(this.#folder).catch((): string[] => [])) {
      if (kept.has(path.parse(name).name)) continue;
      const file = path.join(this.#folder, name);
      const written = await stat(file).catch(() => null);
      if (written && now.getTime() - written.mtimeMs > month) await rm(file, { force: true });
    }
  }

  #file(key: string): string {
    return path.join(this.#folder, `${key}.json`);
  }

  /** A file that was cut short or lacks a piece is compiled again. */
  async #onDisk(key: string, page: PageOutline): Promise<Compiled | null> {
    try {
      const found: Compiled = JSON.parse(await readFile(this.#file(key), 'utf8'));
      return page.runs.every((run) => typeof found[run.id] === 'string') ? found : null;
    } catch {
      return null;
    }
  }
}
