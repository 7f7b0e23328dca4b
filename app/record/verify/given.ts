import { same } from '../bytes';
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpointText,
  readCheckpoint,
} from '../checkpoint';
import { fingerprint, parseVerifierKey, type VerifierKey } from '../note';
import { Unfit } from './unfit';

/** What whoever verifies has from elsewhere. */
export interface Given {
  /** A verifier key (`name+id+base64`) or a fingerprint as printed on a summary. */
  key?: string;
  /** Text of an older checkpoint: a signed note, or its three lines as printed. */
  since?: string;
}

/** Whether a key given is this one; null when none was given. */
export function isKeyGiven(given: string | undefined, publicKey: Uint8Array): boolean | null {
  if (given === undefined) return null;
  const key = readKey(given);
  if (key) return same(key.publicKey, publicKey);
  const [printed] = /\b(?:[0-9a-f]{4}\s*){16}(?![0-9a-f])/i.exec(given) ?? [];
  if (printed)
    return printed.replace(/\s/g, '').toLowerCase() === fingerprint(publicKey).replace(/ /g, '');
  throw new Unfit(
    'The key given is neither a verifier key (name+id+base64) nor a fingerprint of 64 letters.',
    false,
  );
}

/** A whole key as it is copied from a page or from paper: broken over lines, with the words that stand before it. */
export function readKey(text: string): VerifierKey | null {
  const unbroken = text.replace(/\s/g, '');
  const [within = ''] =
    /attune\/record\/[^+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/.exec(unbroken) ?? [];
  return parseVerifierKey(unbroken) ?? parseVerifierKey(within);
}

/** A checkpoint as it is printed, in three lines or in one, with the words that stand before it. */
function printedCheckpoint(text: string): Checkpoint | null {
  const lines = /(attune\/record\/\S+)\s+(\d+)\s+([A-Za-z0-9+/]{43}=)/.exec(text);
  const one = /(attune\/record\/[^,]+),(\d+)entries,([A-Za-z0-9+/]{43}=)/;
  const [, origin, size, root] = lines ?? one.exec(text.replace(/\s/g, '')) ?? [];
  return parseCheckpointText(`${origin}\n${size}\n${root}\n`);
}

/** @param publicKey of the record that is verified, when there is one: a signed checkpoint must be signed by it. */
export function readOlder(text: string, publicKey: Uint8Array | null): Checkpoint {
  const note = `${text.replaceAll('\r\n', '\n').trim()}\n`;
  const signed = readCheckpoint(note);
  if (!signed) {
    const printed = parseCheckpointText(note) ?? printedCheckpoint(text);
    if (printed) return printed;
    throw new Unfit(
      'The older checkpoint cannot be read: it has three lines (origin, size, root), and perhaps a signature.',
      false,
    );
  }
  if (publicKey && !openCheckpoint(note, publicKey)) {
    throw new Unfit(
      'The older checkpoint is not signed by the key of this record, or was altered.',
    );
  }
  return signed;
}
