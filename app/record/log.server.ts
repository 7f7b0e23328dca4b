import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, treeEdge } from '~db/schema/record';
import { type Checkpoint, originOf, signCheckpoint } from './checkpoint';
import { leafHash } from './leaf';
import { inclusionProof, rootOfEdge } from './merkle';
import type { RecordKey } from './signing-key.server';

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
 * That one event is in the tree under the current head. Leaves are hashed again each time: about 10 ms per thousand
 * events, and nothing but the right edge is kept.
 */
export function inclusionOf(db: Db, school: string, eventId: string): Inclusion | null {
  const leaves = db
    .select()
    .from(event)
    .where(eq(event.school, school))
    .orderBy(asc(event.seq))
    .all();
  const index = leaves.findIndex((leaf) => leaf.id === eventId);
  if (index < 0) return null;
  const hashes = leaves.map(leafHash);
  const { origin, size, root } = checkpointNow(db, school);
  const base64 = (hash: Buffer) => hash.toString('base64');
  return {
    checkpoint: { origin, size, root: base64(root) },
    index,
    leafHash: base64(hashes[index] ?? Buffer.alloc(0)),
    hashes: inclusionProof(hashes, index).map(base64),
  };
}

/** One event's leaf, or null when the school has no such event. */
export function leafOf(db: Db, school: string, eventId: string) {
  return db
    .select()
    .from(event)
    .where(and(eq(event.school, school), eq(event.id, eventId)))
    .get();
}
