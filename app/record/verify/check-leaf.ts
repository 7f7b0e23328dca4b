import { z } from 'zod';
import { linesOf } from '../bytes';
import { idOf, type Leaf } from '../leaf';
import { entry, Unfit } from './unfit';

const leaf = z.strictObject({
  id: z.string(),
  school: z.string(),
  seq: z.number().int(),
  at: z.number().int(),
  verb: z.string(),
  object: z.string(),
  module: z.string().nullable(),
  contentHash: z.string().nullable(),
  digests: z.array(z.string()),
});

/** `leaves.jsonl` as leaves, in the order of the file. */
export function readLeaves(file: Uint8Array): Leaf[] {
  const leaves: Leaf[] = [];
  for (const value of jsonLines(file)) {
    const parsed = leaf.safeParse(value);
    if (!parsed.success)
      throw new Unfit(`Line ${leaves.length + 1} of leaves.jsonl is not an entry of a record.`);
    leaves.push(parsed.data);
  }
  return leaves;
}

/** Leaves follow one another without gap, and each still gives the id it has. `before` is the one before. */
export function checkLeaf(leaf: Leaf, before: Leaf | null): void {
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
export function* jsonLines(file: Uint8Array): Generator<unknown> {
  for (const line of linesOf(file)) yield jsonOf(line);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
