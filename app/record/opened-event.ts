import type { Disclosure } from './disclosure';
import type { Leaf } from './leaf';
import type { EventData, Verb } from './vocabulary';

/**
 * An event with what is known of its data. Live, everything is there; after an erasure names are missing; in an export
 * only what the rows rest on is there. A field that is missing is undefined, in `fields`, and null elsewhere.
 */
export interface OpenedEvent {
  id: string;
  school: string;
  seq: number;
  at: number;
  verb: string;
  object: string;
  module: string | null;
  contentHash: string | null;
  person: string | null;
  actor: string | null;
  actorRole: string | null;
  happenedOn: string | null;
  fields: Record<string, unknown>;
}

/** Steps inside an enrolment. Their leaves carry the digest of `object` in its place, so that leaves cannot be counted per person. */
export const hiddenSteps: ReadonlySet<string> = new Set<Verb>([
  'scenario ended',
  'marked',
  'marking withdrawn',
  'committed',
]);

/** The disclosures must have been checked against the leaf's digests. */
export function openEvent(
  leaf: Omit<Leaf, 'digests'>,
  disclosures: readonly Disclosure[],
): OpenedEvent {
  const { id, school, seq, at, verb, module, contentHash } = leaf;
  const fields: Record<string, unknown> = Object.fromEntries(
    disclosures.map(([, name, value]) => [name, value]),
  );
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  return {
    ...{ id, school, seq, at, verb, module, contentHash, fields },
    object: hiddenSteps.has(verb) ? (text('object') ?? leaf.object) : leaf.object,
    person: text('person'),
    actor: text('actor'),
    actorRole: text('actorRole'),
    happenedOn: text('happenedOn'),
  };
}

/** The data of an event of one verb; what was not opened is undefined. */
export function dataOf<V extends Verb>(event: OpenedEvent, _verb: V): Partial<EventData<V>> {
  return event.fields as Partial<EventData<V>>;
}
