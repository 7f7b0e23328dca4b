import { v7 } from 'uuid';
import { utf8 } from './bytes';
import { sha256 } from './hashing';
import { hashLeaf } from './merkle';

/** Exactly the row of `event`, and exactly what is hashed into the tree. No field identifies a person. */
export interface Leaf {
  id: string;
  school: string;
  /** 0, 1, 2… per school. */
  seq: number;
  /** Midnight in Europe/London of the day of recording, UTC milliseconds; never decreasing. */
  at: number;
  verb: string;
  object: string;
  module: string | null;
  contentHash: string | null;
  /** Digests of the disclosures, sorted. */
  digests: string[];
}

/**
 * The id that a leaf must have: a uuid v7 whose counter is `seq` and whose random bits come from the hash of the other
 * fields (unguessable: each digest is salted). It binds nothing by itself, the tree does; it lets verification say
 * which event was edited.
 */
export function idOf(leaf: Omit<Leaf, 'id'>): string {
  const random = sha256(utf8(canonical({ ...leaf, id: undefined })));
  return v7({ msecs: leaf.at, seq: leaf.seq, random: random.subarray(0, 16) });
}

export function leafHash(leaf: Leaf): Uint8Array {
  return hashLeaf(utf8(canonical(leaf)));
}

/**
 * RFC 8785 canonical JSON of a leaf. Of strings, whole numbers and lists of strings, JSON.stringify writes exactly
 * that once the keys are in order; a test holds it to the canonicalize package, which is ten times slower.
 */
export function canonical(leaf: Omit<Leaf, 'id'> & { id?: string }): string {
  const { at, contentHash, digests, id, module, object, school, seq, verb } = leaf;
  return JSON.stringify({ at, contentHash, digests, id, module, object, school, seq, verb });
}
