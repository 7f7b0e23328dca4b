import { eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { treeEdge } from '~db/schema/record';
import { base64 } from './bytes';
import { type Checkpoint, originOf, signCheckpoint } from './checkpoint';
import { preparedOnce } from './client.server';
import { GrowingTree } from './growing-tree';
import { leafHash } from './leaf';
import { inclusionProof, rootOfEdge } from './merkle';
import type { RecordKey } from './signing-key.server';
import { leafColumns, readLeaf, type StoredLeaf } from './stored-leaf.server';

/** The head of a school's tree now. */
export function checkpointNow(db: Db, school: string): Checkpoint {
  const edge = db.select().from(treeEdge).where(eq(treeEdge.school, school)).get();
  const hashes = (edge?.edge ?? []).map((hash) => Buffer.from(hash, 'base64'));
  return {
    origin: edge?.origin ?? originOf(school, 0),
    size: edge?.size ?? 0,
    root: rootOfEdge(hashes),
  };
}

/** The head as a signed note: `checkpoint.txt`, and the foot of every summary. */
export function signedCheckpoint(db: Db, school: string, key: RecordKey): string {
  return signCheckpoint(checkpointNow(db, school), key);
}

export interface Inclusion {
  checkpoint: { origin: string; size: number; root: string };
  index: number;
  /** All hashes in base64. */
  leafHash: string;
  hashes: string[];
}

/**
 * That one event is in the tree under the current head. Subtrees of a record are remembered for as long as its
 * connection is open: events never change, so only those that came since are hashed.
 */
export function inclusionOf(db: Db, school: string, eventId: string): Inclusion | null {
  const { leafOf, leavesFrom, trees } = remembered(db.$client);
  const seq = leafOf.get(eventId, school)?.seq;
  if (seq === undefined) return null;
  const tree = trees.get(school) ?? new GrowingTree();
  trees.set(school, tree);
  for (const stored of leavesFrom.iterate(school, tree.size)) tree.push(leafHash(readLeaf(stored)));
  const { origin, size, root } = checkpointNow(db, school);
  return {
    checkpoint: { origin, size, root: base64(root) },
    index: seq,
    leafHash: base64(tree.range(seq, seq + 1)),
    hashes: inclusionProof(tree.range, seq, size).map(base64),
  };
}

const remembered = preparedOnce((client) => ({
  leafOf: client.prepare<[string, string], { seq: number }>(
    'select seq from event where id = ? and school = ?',
  ),
  leavesFrom: client.prepare<[string, number], StoredLeaf>(
    `select ${leafColumns} from event where school = ? and seq >= ? order by seq`,
  ),
  trees: new Map<string, GrowingTree>(),
}));
