import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RootContent } from 'mdast';
import type { Problem } from './module';
import { lineOf, walk } from './nodes';
import { isPictureName } from './picture-name';
import { error } from './problem';

/** In bytes: a picture goes with its page, over a school's network and to a phone. */
export const largestPicture = 150 * 1024;

/**
 * Puts each picture that a page names into the page itself, as a data address. So the version's hash covers the picture,
 * the archive keeps it with the words, and no address serves files from a school's folder. A browser runs no script in
 * an image, an SVG's included.
 * @param dir the folder in which the page stands
 * @returns what is wrong, and the names of the pictures that the page means to show
 */
export async function embedPictures(
  dir: string,
  file: string,
  nodes: readonly RootContent[],
): Promise<{ problems: Problem[]; pictures: string[] }> {
  const shown: { node: { url: string }; line: number }[] = [];
  walk(nodes, (node) => {
    if (node.type === 'image' && isPictureName(node.url)) shown.push({ node, line: lineOf(node) });
  });
  const problems: Problem[] = [];
  const pictures: string[] = [];
  for (const { node, line } of shown) {
    const name = node.url;
    const [address, ...wrong] = await addressOf(path.join(dir, name));
    pictures.push(name);
    if (address) node.url = address;
    else {
      const [message = '', mend = ''] = wrong;
      problems.push(error(file, line, `the picture “${name}” ${message}`, mend));
    }
  }
  return { problems, pictures };
}

/** The data address; or null, what is wrong and how to mend it. */
async function addressOf(picture: string): Promise<[string] | [null, string, string]> {
  const found = await lstat(picture).catch(() => null);
  if (!found?.isFile()) {
    return [null, 'is not beside this page', 'save it there, or check how its name is spelt'];
  }
  if (found.size > largestPicture) {
    const size = Math.ceil(found.size / 1024);
    return [
      null,
      `takes ${size} KB, and a page can carry ${largestPicture / 1024} KB`,
      'make it smaller, 1,000 dots wide at most, and save it as JPEG or WebP',
    ];
  }
  const bytes = await readFile(picture);
  const type = typeOf(bytes);
  if (!type) {
    return [
      null,
      'is not a picture that browsers show',
      'open it in a picture editor and export it as PNG or JPEG; a new name is not enough',
    ];
  }
  return [`data:${type};base64,${bytes.toString('base64')}`];
}

/** By what is in the file, whatever its name says. */
function typeOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  const riff = bytes.toString('latin1', 0, 12);
  if (riff.startsWith('RIFF') && riff.endsWith('WEBP')) return 'image/webp';
  const text = bytes.toString('utf8', 0, 1000).replace(/^\uFEFF/, '');
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(text)
    ? 'image/svg+xml'
    : null;
}
