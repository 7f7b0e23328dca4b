import type { Origin } from './module';

/** Where content may stand. */
export interface ContentFolders {
  /** What comes with Attune. */
  contentDir: string;
  /** A school's own modules and what they cite; null when it has none. */
  schoolContentDir: string | null;
}

/** One folder of content. The files in it are named in problems by `prefix` and their path in it. */
export interface Folder {
  dir: string;
  origin: Origin;
  prefix: string;
}

/** Names the school's files apart from those that come with Attune. */
export const schoolPrefix = 'school/';

export function builtInFolder(dir: string): Folder {
  return { dir, origin: 'attune', prefix: '' };
}

export function schoolFolder(dir: string): Folder {
  return { dir, origin: 'school', prefix: schoolPrefix };
}

/** The folder from which a file that a problem names comes. */
export function originOf(file: string): Origin {
  return file.startsWith(schoolPrefix) ? 'school' : 'attune';
}
