import { base64, fromBase64 } from './bytes';
import { openNote, parseNote, signNote } from './note';

/** A tree head as in https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  /** The log's name; a restore moves to a new one. */
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/** The origin line of a school's log after `restores` restores. */
export function originOf(school: string, restores: number): string {
  return `attune/record/${school}${restores > 0 ? `/restored-${restores}` : ''}`;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** The signed note of a checkpoint; the key's name in it is the origin, as the specification recommends. */
export function signCheckpoint(
  checkpoint: Checkpoint,
  signer: Parameters<typeof signNote>[2],
): string {
  return signNote(checkpointText(checkpoint), checkpoint.origin, signer);
}

/** Null when the text is not a checkpoint: origin, size without leading noughts, root; further lines are let be. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const [, origin, size, printed] =
    /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  if (!origin || !size || !printed) return null;
  const root = fromBase64(printed);
  if (!root || base64(root) !== printed || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root };
}

/** The checkpoint of a note that this key signed; null when it is no checkpoint or the signature does not fit. */
export function openCheckpoint(note: string, publicKey: Uint8Array): Checkpoint | null {
  const opened = openNote(note, publicKey);
  return opened && parseCheckpointText(opened.text);
}

/** The checkpoint of a note, whoever signed it. */
export function readCheckpoint(note: string): Checkpoint | null {
  const parsed = parseNote(note);
  return parsed && parseCheckpointText(parsed.text);
}
