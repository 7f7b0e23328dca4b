import { z } from 'zod';
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
export function readLeaves(file: string): Leaf[] {
  return jsonLines(file).map((value, i) => {
    const parsed = leaf.safeParse(value);
    if (!parsed.success)
      throw new Unfit(`Line ${i + 1} of leaves.jsonl is not an entry of a record.`);
    return parsed.data;
  });
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

/** A value a line; an empty file has none. */
export function jsonLines(file: string): unknown[] {
  const lines = file.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    try {
      return JSON.parse(line);
    } catch {
      return null;
    }
  });
}
