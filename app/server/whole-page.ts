import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/**
 * A rendered page as text. React 18 writes into buffers of 2 kB, and sends one off whole when the next letter does not fit
 * in: the bytes left at its end are nought, which a browser shows as “�” in the middle of a word. HTML allows no such
 * character, so whatever there is of it is React's.
 */
export async function wholePage(rendered: Readable): Promise<string> {
  return (await text(rendered)).replaceAll('\0', '');
}
