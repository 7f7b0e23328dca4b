import { emptyRoot, hashNode, type RangeRoot } from './merkle';

/** A tree that remembers the root of each perfect subtree as it fills, so that a proof costs its own length and no more. */
export class GrowingTree {
  /** `levels[k][i]` is the root of the leaves from i·2^k, 2^k of them. */
  private readonly levels: Uint8Array[][] = [[]];

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  push(leafHash: Uint8Array): void {
    let hash = leafHash;
    for (let k = 0; ; k++) {
      const level = this.levels[k] ?? [];
      this.levels[k] = level;
      level.push(hash);
      const left = level[level.length - 2];
      if (level.length % 2 === 1 || !left) return;
      hash = hashNode(left, hash);
    }
  }

  /** Ranges as RFC 9162 splits them: each begins at a multiple of the power of two that holds it. */
  readonly range: RangeRoot = (from, to) => {
    if (to === from) return emptyRoot();
    const k = 31 - Math.clz32(to - from);
    const half = 2 ** k;
    const left = this.levels[k]?.[from / half];
    if (!left)
      throw new RangeError(`No subtree of ${half} leaves from ${from} in a tree of ${this.size}`);
    return from + half === to ? left : hashNode(left, this.range(from + half, to));
  };
}
