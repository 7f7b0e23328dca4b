import type Database from 'better-sqlite3';
import type { Disclosure } from './disclosure';
import type { Leaf } from './leaf';
import { leafColumns, readLeaf, type StoredLeaf } from './stored-leaf.server';

export interface StoredEvent {
  leaf: Leaf;
  disclosures: Disclosure[];
  /** The digest column of each disclosure. */
  digests: string[];
}

const atOnce = 500;

/**
 * A school's events in order with all their disclosures, a few hundred read at a time: while a query is being iterated,
 * better-sqlite3 lets nothing be written on its connection.
 */
export function* storedEvents(client: Database.Database, school: string): Generator<StoredEvent> {
  const leaves = client.prepare<[string, number, number], StoredLeaf>(
    `select ${leafColumns} from event where school = ? order by seq limit ? offset ?`,
  );
  const details = client.prepare<
    [string],
    { digest: string; salt: string; name: string; value: string }
  >('select digest, salt, name, value from event_detail where event_id = ? order by digest');
  for (let offset = 0; ; offset += atOnce) {
    const batch = leaves.all(school, atOnce, offset);
    for (const stored of batch) {
      const rows = details.all(stored.id);
      yield {
        leaf: readLeaf(stored),
        disclosures: rows.map((d) => [d.salt, d.name, JSON.parse(d.value)]),
        digests: rows.map((d) => d.digest),
      };
    }
    if (batch.length < atOnce) return;
  }
}

/** Every school that has events. */
export function schoolsOnRecord(client: Database.Database): string[] {
  const rows = client.prepare<[], { school: string }>(
    'select school from event union select school from tree_edge order by school',
  );
  return rows.all().map(({ school }) => school);
}
