import { base64 } from '../bytes';
import { originOf } from '../checkpoint';
import type { Disclosure } from '../disclosure';
import type { Leaf } from '../leaf';
import { londonDate } from '../london-date';
import type { RangeRoot } from '../merkle';
import { lookAgain, slips } from './copied';
import { dayInWords } from './day-in-words';
import { named, type Older } from './given-checkpoint';
import { Unfit } from './unfit';

export interface Restore {
  seq: number;
  /** Civil date. */
  on: string;
  /** The backup's. */
  size: number;
  root: string;
}

/** The restores in a record, each true to itself: it comes right after the backup's entries, whose root it gives. */
export function restoresIn<L extends Pick<Leaf, 'verb' | 'seq' | 'at'>>(
  leaves: Iterable<L>,
  open: (leaf: L) => readonly Disclosure[],
  range: RangeRoot,
): Restore[] {
  const restores: Restore[] = [];
  for (const leaf of leaves) {
    if (leaf.verb !== 'restored') continue;
    const fields = Object.fromEntries(open(leaf).map(([, name, value]) => [name, value]));
    const restore = {
      seq: leaf.seq,
      on: londonDate(leaf.at),
      size: Number(fields.size),
      root: String(fields.root),
    };
    if (restore.size !== leaf.seq || restore.root !== base64(range(0, leaf.seq))) {
      throw new Unfit(
        `Entry ${leaf.seq} says that the record was restored on ${dayInWords(restore.on)} from size ${restore.size}, and the entries before it are not that backup.`,
      );
    }
    restores.push(restore);
  }
  return restores;
}

interface Now {
  school: string;
  size: number;
  range: RangeRoot;
  restores: readonly Restore[];
  /** Civil date on which the file says it was made; null of the live record, than which no checkpoint is newer. */
  madeOn: string | null;
}

/** What came of comparing a record with checkpoints that somebody had from elsewhere. */
export interface Since {
  fits: string[];
  unproved: string[];
  /** So many of the first entries are known to be as they were. */
  upTo: number;
}

/**
 * Compares the record with each checkpoint given.
 * @throws Unfit when one does not fit.
 */
export const checkSince = (older: readonly Older[], now: Now): Since =>
  compareEach(older, (one) => compare(one, now));

/** @throws Unfit when one does not fit; it says what came of the others too. */
export function compareEach(older: readonly Older[], compareOne: (one: Older) => Since): Since {
  const found: Since = { fits: [], unproved: [], upTo: 0 };
  const misfits: Unfit[] = [];
  for (const one of older) {
    try {
      const since = compareOne(one);
      found.fits.push(...since.fits);
      found.unproved.push(...since.unproved);
      found.upTo = Math.max(found.upTo, since.upTo);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      misfits.push(error);
    }
  }
  if (misfits.length === 0) return found;
  const words = [...misfits.map(({ message }) => message), ...found.fits, ...found.unproved];
  throw new Unfit(
    words.join(' '),
    misfits.some(({ checked }) => checked),
  );
}

function compare(older: Older, now: Now): Since {
  const fits = older.signed ? [`The ${named(older)} is signed by the same key.`] : [];
  const nothing = (why: string, ...also: string[]): Since => ({
    fits: [...fits, ...also],
    unproved: [why],
    upTo: 0,
  });
  const origins = Array.from({ length: now.restores.length + 1 }, (_, n) =>
    originOf(now.school, n),
  );
  const age = origins.indexOf(older.origin);
  if (age < 0 && isRestoredLater(older, now)) {
    return nothing(
      `Whether the checkpoint ${older.which} fits: it is newer than the file, of the record as it was restored from a backup since, so they cannot be compared. Ask for a file made after it.`,
    );
  }
  if (age < 0) throw new Unfit(ofAnother(older, origins.at(-1) ?? ''));
  if (older.size === 0) {
    return nothing(
      `Whether the record was rewritten: the checkpoint ${older.which} is of an empty record (size 0), and so proves nothing about the entries.`,
    );
  }
  const next = now.restores[age];
  const restored = now.restores
    .slice(age)
    .map((r) => `It was restored on ${dayInWords(r.on)} from size ${r.size}.`);
  if (next && older.size > next.size) {
    return nothing(
      `Entries ${next.size} to ${older.size - 1} of the older checkpoint (size ${older.size}) were not in that backup, so it cannot be compared.`,
      ...restored,
    );
  }
  checkSize(older, now);
  if (older.size > now.size) return nothing(newer(older, now));
  checkRoot(older, now);
  return {
    fits: [
      ...fits,
      ...restored,
      `The first ${older.size} entries are those of the ${named(older)}.`,
    ],
    unproved: [],
    upTo: older.size,
  };
}

/** Of this school's record, after more restores than the file knows of. */
function isRestoredLater({ origin }: Older, { school, restores, madeOn }: Now): boolean {
  const [, times] = /\/restored-(\d+)$/.exec(origin) ?? [];
  const n = Number(times);
  return madeOn !== null && n > restores.length && origin === originOf(school, n);
}

function ofAnother(older: Older, origin: string): string {
  const words = `The ${named(older)} is of another record (${older.origin}, not ${origin}).`;
  return older.signed ? words : `${words} ${lookAgain}`;
}

/** @throws Unfit of a live record, which would have lost entries. */
function newer(older: Older, { size, madeOn }: Now): string {
  if (madeOn === null) {
    const counts = `The ${named(older)} counts ${older.size} entries, and there are ${size}`;
    throw new Unfit(
      older.signed
        ? `${counts}: entries were removed since.`
        : `${counts}. ${lookAgain} If it was, entries were removed since.`,
    );
  }
  return `Whether the checkpoint ${older.which} fits: it is newer than the file (${older.size} entries; the file has ${size}), so they cannot be compared. Ask for a file made after it. The file says that it was made on ${dayInWords(madeOn)}: if you had this checkpoint before then, entries were removed.`;
}

/** @throws Unfit when the root is right and the size beside it is not. */
function checkSize(older: Older, { size, range }: Now): void {
  if (older.signed || older.size === size || base64(older.root) !== base64(range(0, size))) return;
  throw new Unfit(
    `The root of the checkpoint ${older.which} is that of all ${size} entries, and its size says ${older.size}. That is a slip in copying the size. Compare it with what you copied, and check again.`,
    false,
  );
}

function checkRoot(older: Older, { range }: Now): void {
  const [given, is] = [base64(older.root), base64(range(0, older.size))];
  if (given === is) return;
  const misfit = `The first ${older.size} entries are not those of the ${named(older)}`;
  if (older.signed) throw new Unfit(`${misfit}: the record was rewritten since.`);
  checkSlip(older, is);
  throw new Unfit(
    `${misfit}. ${lookAgain} That goes for its size and its root. If both were, the record was rewritten since.`,
  );
}

/** @throws Unfit when the root was copied with a slip: a root of other entries differs nearly everywhere. */
export function checkSlip(older: Older, is: string): void {
  const wrong = older.signed ? null : slips(base64(older.root), is);
  if (!wrong) return;
  throw new Unfit(
    `The root of the checkpoint ${older.which} differs from that of the first ${older.size} entries in ${wrong} of 44 characters. That is a slip in copying: the root of other entries would differ nearly everywhere. Compare it with what you copied, character by character, and check again.`,
    false,
  );
}
