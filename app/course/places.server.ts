import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Folder } from './folders';

const pageName = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;
const guideName = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

/**
 * What an editor or a computer leaves in a folder by itself, or hides: a lock of Word's, a backup, thumbnails. It is
 * nobody's mistake, so nothing is said of it.
 */
export function isLeftBehind(name: string): boolean {
  return /^(?:\.|~\$)|~$|\.(?:bak|tmp|swp)$|^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r)$/i.test(
    name,
  );
}

/** The id of a page from its file's name; null when it is not named as one. */
export function pageIdOf(name: string): string | null {
  return pageName.exec(name)?.[2] ?? null;
}

export function guideIdOf(name: string): string | null {
  return guideName.exec(name)?.[1] ?? null;
}

export const moduleBase = (slug: string) => `/learn/${slug}`;
export const guideBase = '/guide';

/** The slugs under `modules/`, in alphabetical order; a folder is a module. */
export async function moduleSlugs({ dir, origin }: Folder): Promise<string[]> {
  const modules = path.join(dir, 'modules');
  // A school may have sources before it has a module.
  const entries = await readdir(modules, { withFileTypes: true }).catch((thrown: unknown) => {
    if (origin === 'school') return [];
    throw thrown;
  });
  return entries
    .filter((entry) => entry.isDirectory() && !isLeftBehind(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** File names of the guides, in alphabetical order. */
export async function guideNames({ dir }: Folder): Promise<string[]> {
  const names = await readdir(path.join(dir, 'guides')).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.mdx') && !isLeftBehind(name)).sort();
}

/** The address of every page of content that there is, whether it is in order or not: what a link may lead to. */
export async function placesIn(folders: readonly Folder[]): Promise<Set<string>> {
  const places = new Set<string>();
  for (const folder of folders) {
    for (const slug of await moduleSlugs(folder)) {
      places.add(moduleBase(slug));
      for (const name of await readdir(path.join(folder.dir, 'modules', slug))) {
        const id = pageIdOf(name);
        if (id) places.add(`${moduleBase(slug)}/${id}`);
      }
    }
    for (const name of await guideNames(folder)) {
      const id = guideIdOf(name);
      if (id) places.add(`${guideBase}/${id}`);
    }
  }
  return places;
}
