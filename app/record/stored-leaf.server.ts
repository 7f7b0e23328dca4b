import type { Leaf } from './leaf';

/** A row of `event` as SQLite gives it with these columns. */
export interface StoredLeaf extends Omit<Leaf, 'digests'> {
  digests: string;
}

export const leafColumns =
  'id, school, seq, at, verb, object, module, content_hash as contentHash, digests';

export function readLeaf(stored: StoredLeaf): Leaf {
  return { ...stored, digests: JSON.parse(stored.digests) as string[] };
}
