import { base64 } from '../bytes';
import { type Checkpoint, originOf } from '../checkpoint';
import type { Disclosure } from '../disclosure';
import type { Leaf } from '../leaf';
import { londonDate } from '../london-date';
import type { RangeRoot } from '../merkle';
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
        `Entry ${leaf.seq} says that the record was restored on ${restore.on} from size ${restore.size}, and the entries before it are not that backup.`,
      );
    }
    restores.push(restore);
  }
  return restores;
}

/**
 * Compares the record with an older checkpoint of it.
 * @returns what to say when it fits: that it only grew, or from which backup it was restored since.
 */
export function checkSince(
  older: Checkpoint,
  now: { school: string; size: number; range: RangeRoot; restores: readonly Restore[] },
): string[] {
  const origins = Array.from({ length: now.restores.length + 1 }, (_, n) =>
    originOf(now.school, n),
  );
  const age = origins.indexOf(older.origin);
  if (age < 0) {
    throw new Unfit(
      `The older checkpoint is of another record (${older.origin}, not ${origins.at(-1)}).`,
    );
  }
  const next = now.restores[age];
  const restored = now.restores
    .slice(age)
    .map((r) => `It was restored on ${r.on} from size ${r.size}.`);
  if (next && older.size > next.size) {
    return [
      ...restored,
      `Entries ${next.size} to ${older.size - 1} of the older checkpoint (size ${older.size}) were not in that backup, and cannot be compared.`,
    ];
  }
  if (older.size > now.size) {
    throw new Unfit(
      `The older checkpoint counts ${older.size} entries, and there are ${now.size}: entries were removed since.`,
    );
  }
  if (base64(now.range(0, older.size)) !== base64(older.root)) {
    throw new Unfit(
      `The first ${older.size} entries are not those of the older checkpoint: the record was rewritten since.`,
    );
  }
  return [...restored, `The first ${older.size} entries are those of the older checkpoint.`];
}
