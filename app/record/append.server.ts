import type Database from 'better-sqlite3';
import type { Tx } from '~db/client.server';
import { base64 } from './bytes';
import { originOf } from './checkpoint';
import { clientOf, preparedOnce } from './client.server';
import { type Disclosure, digestOf, newSalts } from './disclosure';
import { idOf, type Leaf, leafHash } from './leaf';
import { londonDate, startOfLondonDay } from './london-date';
import { extendEdge } from './merkle';
import { hiddenSteps, openEvent } from './opened-event';
import { projections } from './projections.server';
import { reduce } from './reducer';
import { eventData, type NewEvent, staffDetails, type Verb } from './vocabulary';

interface Edge {
  origin: string;
  size: number;
  edge: string;
  last_at: number;
}

const statements = preparedOnce((client: Database.Database) => ({
  edge: client.prepare<[string], Edge>(
    'select origin, size, edge, last_at from tree_edge where school = ?',
  ),
  setEdge: client.prepare(
    `insert into tree_edge (school, origin, size, edge, last_at) values (?, ?, ?, ?, ?)
     on conflict (school) do update set origin = excluded.origin, size = excluded.size, edge = excluded.edge,
       last_at = excluded.last_at`,
  ),
  event: client.prepare(
    `insert into event (id, school, seq, at, verb, object, module, content_hash, digests)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  detail: client.prepare(
    'insert into event_detail (event_id, digest, salt, name, value) values (?, ?, ?, ?, ?)',
  ),
  projections: projections(client, 'main'),
}));

/**
 * Puts one event on the record, inside the transaction of the change it describes: the event, its disclosures, the
 * tree's right edge and the projections, all or nothing.
 *
 * @returns the event's id and number, and `at`: `now` in milliseconds, for the caller's own rows. The leaf itself keeps
 *   only the day (see README).
 * @throws ZodError when the data is not what the vocabulary says of the verb.
 */
export function append<V extends Verb>(
  tx: Tx,
  now: Date,
  event: NewEvent<V>,
): { id: string; seq: number; at: number } {
  const client = clientOf(tx);
  const sql = statements(client);
  const prior = sql.projections.prior(event.school);
  const edge = sql.edge.get(event.school) ?? {
    origin: originOf(event.school, 0),
    size: 0,
    edge: '[]',
    last_at: 0,
  };
  const disclosures = disclosuresOf(event, prior.staff(event.object));
  const digests = disclosures.map(digestOf);
  const hidden = disclosures.findIndex(([, name]) => name === 'object');
  const unnamed: Omit<Leaf, 'id'> = {
    school: event.school,
    seq: edge.size,
    at: Math.max(startOfLondonDay(londonDate(now)), edge.last_at),
    verb: event.verb,
    object: digests[hidden] ?? event.object,
    module: event.module ?? null,
    contentHash: event.contentHash ?? null,
    digests: [...digests].sort(),
  };
  const leaf: Leaf = { id: idOf(unnamed), ...unnamed };
  const { id, school, seq, at, verb, object, module, contentHash } = leaf;

  sql.event.run(
    id,
    school,
    seq,
    at,
    verb,
    object,
    module,
    contentHash,
    JSON.stringify(leaf.digests),
  );
  for (const [i, [salt, name, value]] of disclosures.entries()) {
    sql.detail.run(id, digests[i], salt, name, JSON.stringify(value));
  }
  const hashes = (JSON.parse(edge.edge) as string[]).map((hash) => Buffer.from(hash, 'base64'));
  const extended = extendEdge(hashes, seq, leafHash(leaf)).map(base64);
  const origin = event.verb === 'restored' ? nextOrigin(school, edge.origin) : edge.origin;
  sql.setEdge.run(school, origin, seq + 1, JSON.stringify(extended), at);
  sql.projections.write(school, reduce(openEvent(leaf, disclosures), prior));
  return { id, seq, at: now.getTime() };
}

const someDetails = staffDetails.partial();

/** A field each, with a fresh salt. A change of details carries them all, so that an export need open no older name. */
function disclosuresOf(event: NewEvent, staff: object | null): Disclosure[] {
  const { actor, actorRole, person, happenedOn } = event;
  const data = eventData[event.verb].parse(event.data);
  const whole =
    event.verb === 'details changed' ? { ...someDetails.parse(known(staff)), ...data } : data;
  const fields: Record<string, unknown> = { actor, actorRole, person, happenedOn, ...whole };
  if (hiddenSteps.has(event.verb)) fields.object = event.object;
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const salts = newSalts(given.length);
  return given.map(([name, value], i) => [salts[i] ?? '', name, value]);
}

/** Details as they stand; a name that was erased is left out and not written as null. */
function known(staff: object | null): object {
  if (!staff) throw new Error('Details changed of someone who is not on the staff list');
  return Object.fromEntries(
    Object.entries(staff).filter(([name, value]) => name !== 'name' || value !== null),
  );
}

function nextOrigin(school: string, origin: string): string {
  const restores = Number(/\/restored-(\d+)$/.exec(origin)?.[1] ?? 0);
  return originOf(school, restores + 1);
}
