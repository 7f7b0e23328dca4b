import { openedFields } from '../export/opened-fields';
import { GrowingTree } from '../growing-tree';
import { type Leaf, leafHash } from '../leaf';
import { checkLeaf, leavesIn } from './check-leaf';

/**
 * What the rest of a check needs of a leaf. Its digests stand in one text, with a space around each, and there are none
 * where no export opens the entry: as lists they would be half of a large record's memory.
 */
export type KeptLeaf = Omit<Leaf, 'digests'> & { digests: string };

export interface Log {
  leaves: KeptLeaf[];
  tree: GrowingTree;
}

const toldEvery = 50_000;

/** `leaves.jsonl`, each entry checked against the one before as it is read. `expected`: how many there should be. */
export function readLog(
  file: Iterable<Uint8Array>,
  expected: number,
  tell: (step: string) => void,
): Log {
  const [leaves, tree, texts] = [[] as KeptLeaf[], new GrowingTree(), new Map<string, string>()];
  /** The same text once, however many entries have it. */
  const once = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  for (const leaf of leavesIn(file)) {
    if (leaves.length % toldEvery === 0)
      tell(`Checking that the entries follow one another: ${leaves.length} of ${expected}`);
    checkLeaf(leaf, leaves.at(-1) ?? null);
    tree.push(leafHash(leaf));
    const { id, seq, at, object, module, contentHash } = leaf;
    leaves.push({
      ...{ id, seq, at, object, school: once(leaf.school), verb: once(leaf.verb) },
      module: module && once(module),
      contentHash: contentHash && once(contentHash),
      digests: openedFields(leaf.verb, true).length > 0 ? ` ${leaf.digests.join(' ')} ` : '',
    });
  }
  return { leaves, tree };
}

export const holdsDigest = ({ digests }: KeptLeaf, digest: string): boolean =>
  digests.includes(` ${digest} `);
