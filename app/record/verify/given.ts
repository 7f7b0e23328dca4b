import { same } from '../bytes';
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpointText,
  readCheckpoint,
} from '../checkpoint';
import { fingerprint, parseVerifierKey } from '../note';
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
  const text = given.trim();
  const key = parseVerifierKey(text);
  if (key) return same(key.publicKey, publicKey);
  const hex = text.replace(/\s/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex === fingerprint(publicKey).replace(/ /g, '');
  throw new Unfit(
    'The key given is neither a verifier key (name+id+base64) nor a fingerprint of 64 letters.',
    false,
  );
}

/** @param publicKey of the record that is verified, when there is one: a signed checkpoint must be signed by it. */
export function readOlder(text: string, publicKey: Uint8Array | null): Checkpoint {
  const note = `${text.replaceAll('\r\n', '\n').trim()}\n`;
  const signed = readCheckpoint(note);
  if (!signed) {
    const printed = parseCheckpointText(note);
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
