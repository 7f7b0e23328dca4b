import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v7 } from 'uuid';
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
  const { school, seq, at, verb, object, module, contentHash, digests } = leaf;
  const rest = { school, seq, at, verb, object, module, contentHash, digests };
  const random = createHash('sha256')
    .update(canonicalize(rest) ?? '')
    .digest();
  return v7({ msecs: at, seq, random: random.subarray(0, 16) });
}

/** RFC 8785 canonical JSON of the leaf, in UTF-8. */
export function leafBytes(leaf: Leaf): Buffer {
  const { id, school, seq, at, verb, object, module, contentHash, digests } = leaf;
  const row = { id, school, seq, at, verb, object, module, contentHash, digests };
  return Buffer.from(canonicalize(row) ?? '', 'utf8');
}

export function leafHash(leaf: Leaf): Buffer {
  return hashLeaf(leafBytes(leaf));
}
