import { type Disclosure, digestOf } from '../disclosure';
import { isLastDayVerb, isLineVerb, isStaffVerb, requiredFields } from '../export/opened-fields';
import type { Leaf } from '../leaf';
import type { Verb } from '../vocabulary';
import { jsonLines } from './check-leaf';
import { Openings } from './openings';
import { holdsDigest, type KeptLeaf } from './read-log';
import { entry, Unfit } from './unfit';

/** Every line of `openings.jsonl` is what its entry holds the digest of. */
export function readOpenings(file: Iterable<Uint8Array>, leaves: readonly KeptLeaf[]): Openings {
  const openings = new Openings();
  let line = 0;
  for (const value of jsonLines(file)) {
    line += 1;
    if (!isOpening(value)) throw new Unfit(`Line ${line} of openings.jsonl is not an opening.`);
    const { seq, disclosure } = value;
    const leaf = leaves[seq];
    if (!leaf) throw new Unfit(`openings.jsonl opens entry ${seq}, which is not in the record.`);
    checkRecorded(leaf, disclosure, holdsDigest(leaf, digestOf(disclosure)));
    checkOnce(leaf, disclosure, openings.add(seq, disclosure));
  }
  return openings;
}

function isOpening(value: unknown): value is { seq: number; disclosure: Disclosure } {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { seq, disclosure } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(seq) &&
    Array.isArray(disclosure) &&
    disclosure.length === 3 &&
    typeof disclosure[0] === 'string' &&
    typeof disclosure[1] === 'string'
  );
}

type Named = Pick<Leaf, 'seq' | 'verb' | 'at'>;

/** `recorded`: whether the leaf holds its digest. */
export function checkRecorded(leaf: Named, [, name]: Disclosure, recorded: boolean): void {
  if (!recorded) throw new Unfit(`“${name}” of ${entry(leaf)} is not what was recorded.`);
}

export function checkOnce(leaf: Named, [, name]: Disclosure, once: boolean): void {
  if (!once) throw new Unfit(`“${name}” of ${entry(leaf)} is given twice.`);
}

interface Scope {
  leaves: readonly KeptLeaf[];
  openings: Openings;
  sizeAsAt: number;
  filtered: boolean;
  names: boolean;
}

/** What a later entry may take back or put right, by its id. */
const mayBeWithdrawn: ReadonlySet<string> = new Set<Verb>([
  'started',
  'did together',
  'completed',
  'session attended',
]);

/**
 * Nothing that a row rests on was left closed. In an export of everything, each entry that makes or changes a line must
 * be open; in a part, each entry that is known to belong to an open one.
 */
export function checkNothingLeftOut(scope: Scope): void {
  const { leaves, openings, sizeAsAt, filtered } = scope;
  const people = new Set<string>();
  const withdrawable = new Set<string>();
  for (const leaf of leaves) {
    if (leaf.seq >= sizeAsAt) break;
    if (!isLineVerb(leaf.verb)) continue;
    const opened = openings.of(leaf.seq);
    const ofOpened = leaf.verb !== 'assigned' && withdrawable.has(leaf.object);
    if (!opened && filtered && !ofOpened) continue;
    mustOpen(leaf, opened);
    if (mayBeWithdrawn.has(leaf.verb)) withdrawable.add(leaf.id);
    const person = opened?.find(([, name]) => name === 'person')?.[2];
    if (typeof person === 'string') people.add(person);
  }
  for (const leaf of leaves) if (leaf.verb === 'restored') mustOpen(leaf, openings.of(leaf.seq));
  checkStaff(scope, people);
}

/** Of each person in the rows, the newest details are open, and the leaving that came after them. */
function checkStaff(
  { leaves, openings, sizeAsAt, names }: Scope,
  people: ReadonlySet<string>,
): void {
  const erased = new Set<string>();
  for (const { verb, object } of leaves) if (verb === 'erased') erased.add(object);
  const newest = new Map<string, KeptLeaf[]>();
  for (const leaf of leaves) {
    if (leaf.seq >= sizeAsAt) break;
    if (!isStaffVerb(leaf.verb) || !people.has(leaf.object)) continue;
    const details = newest.get(leaf.object)?.slice(0, 1) ?? [];
    newest.set(leaf.object, isLastDayVerb(leaf.verb) ? [...details, leaf] : [leaf]);
  }
  for (const person of people) {
    const rest = newest.get(person);
    if (!rest) throw new Unfit(`A row is about ${person}, who was never put on the staff list.`);
    for (const leaf of rest) {
      const opened = openings.of(leaf.seq);
      mustOpen(leaf, opened);
      const named = isLastDayVerb(leaf.verb) || opened?.some(([, name]) => name === 'name');
      if (names && !named && !erased.has(person)) {
        throw new Unfit(
          `The name in ${entry(leaf)} is not opened, though nobody’s erasure explains it.`,
        );
      }
    }
  }
}

function mustOpen(leaf: Named, opened: readonly Disclosure[] | undefined): void {
  if (!opened) throw new Unfit(`${entry(leaf)} is not opened in openings.jsonl.`);
  const missing = requiredFields(leaf.verb).find(
    (field) => !opened.some(([, name]) => name === field),
  );
  if (missing) throw new Unfit(`“${missing}” of ${entry(leaf)} is not opened in openings.jsonl.`);
}
