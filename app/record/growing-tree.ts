import { emptyRoot, hashNode, type RangeRoot } from './merkle';

/** A tree that remembers the root of each perfect subtree as it fills, so that a proof costs its own length and no more. */
export class GrowingTree {
  /** The `i`th of `levels[k]` is the root of the leaves from i·2^k, 2^k of them. */
  private readonly levels: HashList[] = [new HashList()];

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  push(leafHash: Uint8Array): void {
    let hash = leafHash;
    for (let k = 0; ; k++) {
      const level = this.levels[k] ?? new HashList();
      this.levels[k] = level;
      level.push(hash);
      const left = level.at(level.length - 2);
      if (level.length % 2 === 1 || !left) return;
      hash = hashNode(left, hash);
    }
  }

  /** Ranges as RFC 9162 splits them: each begins at a multiple of the power of two that holds it. */
  readonly range: RangeRoot = (from, to) => {
    if (to === from) return emptyRoot();
    const k = 31 - Math.clz32(to - from);
    const half = 2 ** k;
    const left = this.levels[k]?.at(from / half);
    if (!left)
      throw new RangeError(`No subtree of ${half} leaves from ${from} in a tree of ${this.size}`);
    return from + half === to ? left : hashNode(left, this.range(from + half, to));
  };
}

const bytesEach = 32;

/** Hashes one behind the other: an array of its own for each would take five times the memory. */
class HashList {
  private bytes = new Uint8Array(4 * bytesEach);
  length = 0;

  push(hash: Uint8Array): void {
    const end = this.length * bytesEach;
    if (end === this.bytes.length) {
      const longer = new Uint8Array(2 * end);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes.set(hash, end);
    this.length += 1;
  }

  at(index: number): Uint8Array | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) return undefined;
    return this.bytes.subarray(index * bytesEach, (index + 1) * bytesEach);
  }
}
