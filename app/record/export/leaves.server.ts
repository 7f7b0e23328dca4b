import type { Db } from '~db/client.server';
import { canonical } from '../leaf';
import { leafColumns, readLeaf, type StoredLeaf } from '../stored-leaf.server';

/** `leaves.jsonl`: every leaf of the school's tree as it is hashed, a line each, to the end of the record. */
export function* leaves(db: Db, school: string): Generator<string> {
  const stored = db.$client.prepare<[string], StoredLeaf>(
    `select ${leafColumns} from event where school = ? order by seq`,
  );
  for (const leaf of stored.iterate(school)) yield `${canonical(readLeaf(leaf))}\n`;
}
