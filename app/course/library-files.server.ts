import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Folder } from './folders';
import type { Problem } from './module';
import { error } from './problem';
import { type Read, readYaml } from './yaml-file';

/** Reads the files that modules share in one folder, and collects what is wrong with them. */
export class LibraryFiles {
  readonly problems: Problem[] = [];
  /** By their name in the folder. */
  readonly unread = new Set<string>();

  constructor(readonly folder: Folder) {}

  nameOf(file: string): string {
    return `${this.folder.prefix}${file}`;
  }

  /** Null when the file is not there. What comes with Attune is whole; a school needs none of these files. */
  async read<S extends z.ZodType>(file: string, schema: S): Promise<Read<z.infer<S>> | null> {
    const text = await readFile(path.join(this.folder.dir, file), 'utf8').catch(() => null);
    if (text === null) {
      if (this.folder.origin === 'school') return null;
      this.unread.add(file);
      const mend = 'add it to the content folder';
      this.problems.push(error(this.nameOf(file), 1, 'this file is missing', mend));
      return null;
    }
    const found = readYaml(this.nameOf(file), text, schema);
    this.problems.push(...found.problems);
    if (!found.value) this.unread.add(file);
    return found;
  }

  /** The entries of a list, each with the line where its id stands. */
  async list<T extends { id: string }>(
    file: string,
    schema: z.ZodType<T[]>,
  ): Promise<(T & { file: string; line: number })[]> {
    const found = await this.read(file, schema);
    const lineOf = (n: number) => found?.lineOf([n, 'id']) ?? 1;
    return (found?.value ?? []).map((entry, n) => ({
      ...entry,
      file: this.nameOf(file),
      line: lineOf(n),
    }));
  }

  /** Entries by id, after those that were there before: the first of each id is kept, and the rest is reported. */
  byId<T extends { id: string; file: string; line: number }>(
    entries: readonly T[],
    what: string,
    before: ReadonlyMap<string, T> = new Map(),
  ): Map<string, T> {
    const found = new Map(before);
    for (const entry of entries) {
      const first = found.get(entry.id);
      if (!first) {
        found.set(entry.id, entry);
        continue;
      }
      const [where, mend] = before.has(entry.id)
        ? [
            `came with Attune already (${first.file}, line ${first.line})`,
            'use that one, or give yours another id',
          ]
        : [
            `is already taken in line ${first.line} of ${first.file}`,
            'give one of them another id',
          ];
      const message = `the id “${entry.id}” of this ${what} ${where}`;
      this.problems.push(error(entry.file, entry.line, message, mend));
    }
    return found;
  }
}
