import { same } from './bytes';
import { sha256 } from './hashing';

/**
 * The Merkle tree of RFC 9162, section 2.1, with SHA-256. Trees are never stored: a tree is its leaf hashes in order,
 * or, for appending, the roots of the perfect subtrees along its right edge, largest first.
 */

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export const hashLeaf = (data: Uint8Array): Uint8Array => sha256(leafPrefix, data);
export const hashNode = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(nodePrefix, left, right);
export const emptyRoot = (): Uint8Array => sha256();

/** Largest power of two smaller than `n` (n > 1). */
function split(n: number): number {
  return 2 ** (31 - Math.clz32(n - 1));
}

/** Root of the leaves from `from` until before `to`: a whole tree's leaf hashes, or something that remembers subtrees. */
export type RangeRoot = (from: number, to: number) => Uint8Array;

/** MTH of RFC 9162 2.1.1 over leaf hashes, worked out each time. */
export function rangeOf(hashes: readonly Uint8Array[]): RangeRoot {
  return (from, to) => rootOf(hashes, from, to);
}

export function rootOf(hashes: readonly Uint8Array[], from = 0, to = hashes.length): Uint8Array {
  if (to === from) return emptyRoot();
  if (to - from === 1) return Uint8Array.from(at(hashes, from));
  const middle = from + split(to - from);
  return hashNode(rootOf(hashes, from, middle), rootOf(hashes, middle, to));
}

/** PATH of RFC 9162 2.1.3.1: the hashes that lead from leaf `index` to the root of the tree of `size` leaves. */
export function inclusionProof(
  range: RangeRoot,
  index: number,
  size: number,
  from = 0,
): Uint8Array[] {
  if (index < 0 || index >= size) throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  if (size === 1) return [];
  const k = split(size);
  return index < k
    ? [...inclusionProof(range, index, k, from), range(from + k, from + size)]
    : [...inclusionProof(range, index - k, size - k, from + k), range(from, from + k)];
}

/** PROOF of RFC 9162 2.1.4.1: that the tree of `oldSize` leaves is the beginning of the tree of `size`. */
export function consistencyProof(range: RangeRoot, oldSize: number, size: number): Uint8Array[] {
  if (oldSize < 0 || oldSize > size) throw new RangeError(`No tree of ${oldSize} leaves`);
  return oldSize === 0 ? [] : subproof(range, oldSize, 0, size, true);
}

function subproof(
  range: RangeRoot,
  m: number,
  from: number,
  n: number,
  whole: boolean,
): Uint8Array[] {
  if (m === n) return whole ? [] : [range(from, from + n)];
  const k = split(n);
  return m <= k
    ? [...subproof(range, m, from, k, whole), range(from + k, from + n)]
    : [...subproof(range, m - k, from + k, n - k, false), range(from, from + k)];
}

/** RFC 9162 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size || leaf.length !== 32) return false;
  let fn = index;
  let sn = size - 1;
  let r: Uint8Array = leaf;
  for (const p of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = hashNode(p, r);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      r = hashNode(r, p);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(r, root);
}

/** RFC 9162 2.1.4.2. Two trees of the same size need the same root and an empty proof; an empty tree proves nothing. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (oldSize > newSize || oldSize <= 0) return false;
  if (oldSize === newSize) return proof.length === 0 && same(oldRoot, newRoot);
  const path = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (proof.length === 0 || !first) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) {
    fn = half(fn);
    sn = half(sn);
  }
  let fr: Uint8Array = first;
  let sr: Uint8Array = first;
  for (const c of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = hashNode(c, fr);
      sr = hashNode(c, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      sr = hashNode(sr, c);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(fr, oldRoot) && same(sr, newRoot);
}

/** The right edge after one more leaf: subtrees of equal size are joined, as a carry is in binary addition. */
export function extendEdge(
  edge: readonly Uint8Array[],
  size: number,
  leaf: Uint8Array,
): Uint8Array[] {
  const longer = [...edge];
  let last = leaf;
  for (let n = size; n % 2 === 1; n = half(n)) {
    const left = longer.pop();
    if (!left) throw new Error(`A tree of ${size} leaves has a longer right edge than this`);
    last = hashNode(left, last);
  }
  return [...longer, last];
}

export function rootOfEdge(edge: readonly Uint8Array[]): Uint8Array {
  const last = edge.at(-1);
  if (!last) return emptyRoot();
  return edge.slice(0, -1).reduceRight((right, left) => hashNode(left, right), last);
}

/** Sizes of the perfect subtrees of the right edge, largest first: the ones in the binary of `size`. */
export function edgeSizes(size: number): number[] {
  const sizes: number[] = [];
  for (let rest = size; rest > 0; ) {
    const largest = 2 ** (31 - Math.clz32(rest));
    sizes.push(largest);
    rest -= largest;
  }
  return sizes;
}

const half = (n: number) => Math.floor(n / 2);

function at(hashes: readonly Uint8Array[], index: number): Uint8Array {
  const hash = hashes[index];
  if (!hash) throw new RangeError(`No leaf ${index} in a tree of ${hashes.length}`);
  return hash;
}
