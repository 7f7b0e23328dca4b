import { base64, fromBase64, textOf, utf8 } from './bytes';
import { openCheckpoint, readCheckpoint } from './checkpoint';
import { type Disclosure, digestOf } from './disclosure';
import { type Leaf, leafHash } from './leaf';
import { verifyInclusion } from './merkle';
import { parseNote } from './note';

/** An inclusion proof in one file, as in https://c2sp.org/tlog-proof: others' tools read it, and it needs no database. */
export interface TlogProof {
  leaf: Leaf;
  /** What its holder chooses to show of the entry. */
  disclosures: Disclosure[];
  index: number;
  hashes: Uint8Array[];
  /** The signed note. */
  checkpoint: string;
}

const head = 'c2sp.org/tlog-proof@v1';

export function tlogProofText({ leaf, disclosures, index, hashes, checkpoint }: TlogProof): string {
  const extra = base64(utf8(JSON.stringify({ leaf, disclosures })));
  const path = hashes.map((hash) => `${base64(hash)}\n`).join('');
  return `${head}\nextra ${extra}\nindex ${index}\n${path}\n${checkpoint}`;
}

export function isTlogProof(text: string): boolean {
  return text.startsWith(`${head}\n`);
}

/** Null when it is not laid out as the specification says, with our own `extra`. Nothing of it is checked yet. */
export function parseTlogProof(text: string): TlogProof | null {
  const blank = text.indexOf('\n\n');
  const checkpoint = text.slice(blank + 2);
  const [first, extra, place, ...path] = text.slice(0, Math.max(blank, 0)).split('\n');
  const index = /^index (0|[1-9]\d*)$/.exec(place ?? '')?.[1];
  if (first !== head || !extra?.startsWith('extra ') || !index || !parseNote(checkpoint))
    return null;
  try {
    const json = JSON.parse(textOf(bytesOf(extra.slice(6))));
    const { leaf, disclosures } = json as Pick<TlogProof, 'leaf' | 'disclosures'>;
    const hashes = path.map(bytesOf);
    return { leaf, disclosures, index: Number(index), hashes, checkpoint };
  } catch {
    return null;
  }
}

/** What does not hold of a proof, in words; null when everything does. `publicKey` is the log's. */
export function faultOf(proof: TlogProof, publicKey: Uint8Array): string | null {
  const checkpoint = openCheckpoint(proof.checkpoint, publicKey);
  if (!checkpoint) return 'The checkpoint in it is not signed by that key, or was altered.';
  const { leaf, disclosures, index, hashes } = proof;
  const foreign = disclosures.find((disclosure) => !leaf.digests.includes(digestOf(disclosure)));
  if (foreign) return `“${foreign[1]}” is not what was recorded.`;
  const { size, root } = checkpoint;
  if (leaf.seq === index && verifyInclusion(leafHash(leaf), index, size, hashes, root)) return null;
  return 'The entry is not in the record that the checkpoint speaks of.';
}

/** Of the record it belongs to. */
export function sizeOfProof(proof: TlogProof): number {
  return readCheckpoint(proof.checkpoint)?.size ?? 0;
}

function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64);
  if (!bytes) throw new SyntaxError('not base64');
  return bytes;
}
