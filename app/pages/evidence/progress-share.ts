import type { Part } from '~/record/export/progress';
import type { Come } from './fetch-file';

/** What is kept free for the last of it: a bar is full only when the file is saved. */
const fullest = 0.99;

/**
 * How far a download has come over all of its parts, from 0 to 1; null where nobody can say. It only goes forward. A part
 * is taken for as far as the lesser of two says: the rows that were made, and the bytes that came. On a slow line all rows
 * may be made before the first byte is here.
 */
export function shareOfWhole(): (come: Come) => number | null {
  let furthest = 0;
  let part = '';
  let cameBefore = 0;
  return ({ progress: { file, rows, of, parts }, bytes }) => {
    const at = parts?.findIndex((one) => one.file === file) ?? -1;
    const now = parts?.[at];
    if (!parts || !now) return parts && part !== '' ? furthest : null;
    if (file !== part) [part, cameBefore] = [file, bytes];
    const here = expected(now, of);
    const ofRows = of ? rows / of : 1;
    const ofPart = Math.min(1, ofRows, (bytes - cameBefore) / here);
    const sum = (some: readonly Part[]) => some.reduce((all, one) => all + one.bytes, 0);
    const share = (sum(parts.slice(0, at)) + now.bytes * ofPart) / sum(parts);
    furthest = Math.max(furthest, Math.min(fullest, share));
    return furthest;
  };
}

const expected = ({ bytes, each }: Part, of: number | null): number =>
  Math.max(1, each && of ? each * of : bytes);
