import type { Leaf } from '../leaf';
import { londonDate } from '../london-date';
import { dayInWords } from './day-in-words';

/** Verification found something that does not fit; the message says what, in words. */
export class Unfit extends Error {
  readonly code = 'unfit';

  /** @param checked false where nothing was found out, because something to check it with is missing or cannot be read */
  constructor(
    message: string,
    readonly checked = true,
  ) {
    super(message);
  }
}

/** How an entry is called in reports: "Entry 17 (completed, recorded on 5 January 2026)". */
export function entry(leaf: Pick<Leaf, 'seq' | 'verb' | 'at'>): string {
  return `Entry ${leaf.seq} (${leaf.verb}, recorded on ${dayInWords(londonDate(leaf.at))})`;
}
