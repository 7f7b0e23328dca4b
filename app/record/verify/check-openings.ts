import { z } from 'zod';
import { type Disclosure, digestOf } from '../disclosure';
import { isLastDayVerb, isLineVerb, isStaffVerb, requiredFields } from '../export/opened-fields';
import type { Leaf } from '../leaf';
import type { Verb } from '../vocabulary';
import { jsonLines } from './check-leaf';
import { entry, Unfit } from './unfit';

/** Disclosures by the number of their entry. */
export type Openings = Map<number, Disclosure[]>;

const opening = z.strictObject({
  seq: z.number().int(),
  disclosure: z.tuple([z.string(), z.string(), z.unknown()]),
});

/** Every line of `openings.jsonl` is what its entry holds the digest of. */
export function readOpenings(file: Uint8Array, leaves: readonly Leaf[]): Openings {
  const openings: Openings = new Map();
  let line = 0;
  for (const value of jsonLines(file)) {
    line += 1;
    const parsed = opening.safeParse(value);
    if (!parsed.success) throw new Unfit(`Line ${line} of openings.jsonl is not an opening.`);
    const { seq, disclosure } = parsed.data;
    const leaf = leaves[seq];
    if (!leaf) throw new Unfit(`openings.jsonl opens entry ${seq}, which is not in the record.`);
    const opened = openings.get(seq) ?? [];
    openings.set(seq, opened);
    checkDisclosure(leaf, disclosure, opened);
    // Its salt has done its work, and there are millions of them in a large record.
    opened.push(['', disclosure[1], disclosure[2]]);
  }
  return openings;
}

/** One disclosure belongs to its leaf, and is not there already. */
export function checkDisclosure(
  leaf: Leaf,
  disclosure: Disclosure,
  others: readonly Disclosure[],
): void {
  const [, name] = disclosure;
  if (!leaf.digests.includes(digestOf(disclosure))) {
    throw new Unfit(`“${name}” of ${entry(leaf)} is not what was recorded.`);
  }
  if (others.some((other) => other[1] === name)) {
    throw new Unfit(`“${name}” of ${entry(leaf)} is given twice.`);
  }
}

interface Scope {
  leaves: readonly Leaf[];
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
  for (const leaf of leaves.slice(0, sizeAsAt)) {
    if (!isLineVerb(leaf.verb)) continue;
    const opened = openings.get(leaf.seq);
    const ofOpened = leaf.verb !== 'assigned' && withdrawable.has(leaf.object);
    if (!opened && filtered && !ofOpened) continue;
    mustOpen(leaf, opened);
    if (mayBeWithdrawn.has(leaf.verb)) withdrawable.add(leaf.id);
    const person = opened?.find(([, name]) => name === 'person')?.[2];
    if (typeof person === 'string') people.add(person);
  }
  for (const leaf of leaves.filter((l) => l.verb === 'restored'))
    mustOpen(leaf, openings.get(leaf.seq));
  checkStaff(scope, people);
}

/** Of each person in the rows, the newest details are open, and the leaving that came after them. */
function checkStaff(
  { leaves, openings, sizeAsAt, names }: Scope,
  people: ReadonlySet<string>,
): void {
  const erased = new Set(leaves.filter((l) => l.verb === 'erased').map((l) => l.object));
  const newest = new Map<string, Leaf[]>();
  for (const leaf of leaves.slice(0, sizeAsAt)) {
    if (!isStaffVerb(leaf.verb) || !people.has(leaf.object)) continue;
    const details = newest.get(leaf.object)?.slice(0, 1) ?? [];
    newest.set(leaf.object, isLastDayVerb(leaf.verb) ? [...details, leaf] : [leaf]);
  }
  for (const person of people) {
    const rest = newest.get(person);
    if (!rest) throw new Unfit(`A row is about ${person}, who was never put on the staff list.`);
    for (const leaf of rest) {
      const opened = openings.get(leaf.seq);
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

function mustOpen(leaf: Leaf, opened: readonly Disclosure[] | undefined): void {
  if (!opened) throw new Unfit(`${entry(leaf)} is not opened in openings.jsonl.`);
  const missing = requiredFields(leaf.verb).find(
    (field) => !opened.some(([, name]) => name === field),
  );
  if (missing) throw new Unfit(`“${missing}” of ${entry(leaf)} is not opened in openings.jsonl.`);
}
