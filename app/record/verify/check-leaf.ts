import { linesOf } from '../bytes';
import { idOf, type Leaf } from '../leaf';
import { entry, Unfit } from './unfit';

/** `leaves.jsonl` as leaves, in the order of the file. */
export function* leavesIn(file: Iterable<Uint8Array>): Generator<Leaf> {
  let line = 0;
  for (const value of jsonLines(file)) {
    line += 1;
    if (!isLeaf(value))
      throw new Unfit(`Line ${line} of leaves.jsonl is not an entry of a record.`);
    yield value;
  }
}

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isList = (value: unknown) => Array.isArray(value) && value.every(isText);

/** Written out, because a check of a large record asks it a million times. */
const fields = {
  id: isText,
  school: isText,
  seq: Number.isSafeInteger,
  at: Number.isSafeInteger,
  verb: isText,
  object: isText,
  module: isTextOrNull,
  contentHash: isTextOrNull,
  digests: isList,
} satisfies Record<keyof Leaf, (value: unknown) => boolean>;
const fieldChecks = Object.entries(fields);

/** Each field of a leaf, and no other. */
function isLeaf(value: unknown): value is Leaf {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Record<string, unknown>;
  return (
    Object.keys(given).length === fieldChecks.length &&
    fieldChecks.every(([name, holds]) => holds(given[name]))
  );
}

/** Leaves follow one another without gap, and each still gives the id it has. `before` is the one before. */
export function checkLeaf(leaf: Leaf, before: Pick<Leaf, 'seq' | 'school' | 'at'> | null): void {
  const expected = before ? before.seq + 1 : 0;
  if (leaf.seq > expected)
    throw new Unfit(`Entry ${expected} is missing: entry ${leaf.seq} comes next.`);
  if (leaf.seq < expected) throw new Unfit(`Entry ${leaf.seq} comes twice, or out of its order.`);
  if (idOf(leaf) !== leaf.id) {
    throw new Unfit(`${entry(leaf)} was altered: what it says no longer gives the id it has.`);
  }
  if (!before) return;
  if (leaf.school !== before.school) throw new Unfit(`${entry(leaf)} belongs to another school.`);
  if (leaf.at < before.at) throw new Unfit(`${entry(leaf)} is dated before the entry before it.`);
}

/** A value a line, null for what is none; an empty file has none. */
export function* jsonLines(file: Iterable<Uint8Array>): Generator<unknown> {
  for (const line of linesOf(file)) yield jsonOf(line);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
