import { textOf } from '../bytes';
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpointText,
  readCheckpoint,
} from '../checkpoint';
import { keyId, parseNote } from '../note';
import { latin } from '../signed-pdf';
import { wholeOf } from './content';
import { asMeant, lookAgain } from './copied';
import type { Given } from './given';
import { openPacked } from './packed-again';
import { Unfit } from './unfit';

/** A checkpoint that somebody has from elsewhere. */
export interface Older extends Checkpoint {
  /** “given”, or which of the two that were. */
  which: 'given' | 'typed' | 'in the file';
  /** By the key of what is checked, so that nothing in it is a slip. */
  signed: boolean;
  fromZip: boolean;
}

/** How it is called where it can be compared. */
export const named = ({ which }: Older): string =>
  which === 'given' ? 'older checkpoint' : `checkpoint ${which}`;

/**
 * Every checkpoint given, each read and its signature checked.
 * @param publicKey of the record that is verified, when there is one: a signed checkpoint must be signed by it.
 * @throws Unfit when one cannot be read, or another key signed it.
 */
export function readOlder({ since, older }: Given, publicKey: Uint8Array | null): Older[] {
  const both = since !== undefined && older !== undefined;
  const typed =
    since === undefined ? [] : [{ text: since, fromZip: false, which: 'typed' } as const];
  const inFile =
    older === undefined ? [] : [{ ...checkpointIn(older), which: 'in the file' } as const];
  return [...typed, ...inFile].map(({ text, fromZip, which }) =>
    readOne(text, fromZip, both ? which : 'given', publicKey),
  );
}

function readOne(
  text: string,
  fromZip: boolean,
  which: Older['which'],
  publicKey: Uint8Array | null,
): Older {
  const note = asMeant(text);
  const signed = readCheckpoint(note);
  if (!signed) {
    const printed = printedIn(text);
    const [one] = printed;
    if (one && printed.length === 1) return { ...one, which, fromZip, signed: false };
    const why = one
      ? `there are ${printed.length} of them. Give one at a time.`
      : whyUnreadable(note);
    throw new Unfit(`The checkpoint ${which} cannot be read: ${why}`, false);
  }
  if (publicKey) checkSignature(note, which, publicKey);
  return { ...signed, which, fromZip, signed: publicKey !== null };
}

function checkSignature(note: string, which: Older['which'], publicKey: Uint8Array): void {
  if (openCheckpoint(note, publicKey)) return;
  const ours = parseNote(note)?.signatures.find((s) => s.keyId === keyId(s.name, publicKey));
  if (ours && ours.signature.length !== signatureLength)
    throw new Unfit(`The checkpoint ${which} cannot be read: ${notWhole}`, false);
  if (ours) {
    throw new Unfit(
      `The checkpoint ${which} is not as it was signed: it was altered since, or damaged on its way.`,
    );
  }
  throw new Unfit(
    `The checkpoint ${which} is not signed by the key of this record: another key signed it, so one of the two is not the school’s.`,
  );
}

/** Checkpoints as they are printed, in three lines or in one, with the words that stand before them. */
function printedIn(text: string): Checkpoint[] {
  const note = asMeant(text);
  if (signatureLine.test(note)) return [];
  const lines = /^([^\n]*\S)\n(\d+)\n((?:[A-Za-z0-9+/]\s*){43}=)/gm;
  const spaced = /(attune\/record\/\S+)\s+(\d+)\s+((?:[A-Za-z0-9+/]\s*){43}=)/g;
  const one = /(attune\/record\/[^,]+),(\d+)entries,([A-Za-z0-9+/]{43}=)/g;
  const found = [note.matchAll(spaced), note.replace(/\s/g, '').matchAll(one), note.matchAll(lines)]
    .map((matches) => [...matches])
    .find((matches) => matches.length > 0);
  return (found ?? []).flatMap(([, origin, size, root = '']) => {
    const read = parseCheckpointText(`${origin}\n${size}\n${root.replace(/\s/g, '')}\n`);
    return read ? [read] : [];
  });
}

const signatureLine = /^— /m;
/** Of Ed25519, in bytes. */
const signatureLength = 64;
const notWhole =
  'its signature is not whole. Take checkpoint.txt as it was downloaded, or give only its first three lines.';

function whyUnreadable(note: string): string {
  if (signatureLine.test(note)) return notWhole;
  const [, root] =
    /attune\/record\/[^\s,]+[\s,]+\d+(?:\s+entries)?[\s,]+([A-Za-z0-9+/=]+)/.exec(note) ?? [];
  if (root === undefined)
    return 'it has three lines: its name, which begins attune/record/, its size and its root. Perhaps a signature follows.';
  if (root.length !== 44)
    return `its root has ${root.length} characters, and there should be 44, the last of them =. ${lookAgain}`;
  return `its root is none that can be. ${lookAgain}`;
}

/** The checkpoint in a file: its text, or the one that an older export carries. */
function checkpointIn(file: Uint8Array): { text: string; fromZip: boolean } {
  if (file.length === 0) {
    throw new Unfit(
      'The file with the older checkpoint is empty (0 bytes): it was not saved whole. Choose another, or leave it out.',
      false,
    );
  }
  const start = latin(file.subarray(0, 5));
  if (start === '%PDF-') {
    throw new Unfit(
      'The file with the older checkpoint is a PDF, and none is read from it: type what is printed at its foot.',
      false,
    );
  }
  if (!start.startsWith('PK')) return { text: textOf(file), fromZip: false };
  const checkpoint = openPacked(file).files.get('checkpoint.txt');
  if (!checkpoint) throw new Unfit('The older zip has no checkpoint.txt.', false);
  return { text: textOf(wholeOf(checkpoint)), fromZip: true };
}
