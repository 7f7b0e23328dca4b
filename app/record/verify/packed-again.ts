import { type Content, wholeOf } from './content';
import { openZip } from './read-zip';

/** What a zip holds, after somebody unpacked it and packed it again. */
export interface Packed {
  files: ReadonlyMap<string, Content>;
  /** The folder in which all of them stood; empty where there was none. */
  folder: string;
  /** Names of files that a computer put beside them by itself. */
  ignored: string[];
}

/**
 * The files of a zip. One folder around all of them is taken away, and so is what Macs and Windows leave in folders; the
 * report names both, since nothing else may stand beside what was signed.
 */
export function openPacked(zip: Uint8Array): Packed {
  const all = openZip(zip);
  const ignored = [...all.keys()].filter(isLeftByComputer);
  const kept = [...all].filter(
    ([name, content]) => !isLeftByComputer(name) && !isFolder(name, content),
  );
  const top = kept[0]?.[0].split('/')[0] ?? '';
  const inside = kept.every(([name]) => name.startsWith(`${top}/`));
  if (all.has('manifest.note') || !inside) return { files: new Map(kept), folder: '', ignored };
  const files = new Map(kept.map(([name, content]) => [name.slice(top.length + 1), content]));
  return { files, folder: top, ignored };
}

function isLeftByComputer(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  if (['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)) return true;
  return path.startsWith('__MACOSX/') && name.startsWith('._');
}

const isFolder = (name: string, content: Content) =>
  name.endsWith('/') && wholeOf(content).length === 0;

/** What to say of it in a report. */
export function aboutPacking({ folder, ignored }: Packed): { fits: string[]; unproved: string[] } {
  return {
    fits: folder
      ? [
          `It was packed again, inside a folder (${folder}). The files in it are the ones that were signed.`,
        ]
      : [],
    unproved:
      ignored.length > 0
        ? [
            `Anything of ${listed(ignored)}: a computer puts such files into folders by itself. They are no part of the record, and were left out of the check.`,
          ]
        : [],
  };
}

const most = 5;

const listed = (names: readonly string[]): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more of the kind`
    : names.join(', ');
