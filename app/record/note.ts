import { base64, fromBase64, hex, utf8 } from './bytes';
import { isSignedBy, sha256 } from './hashing';

/** Signed notes as in https://c2sp.org/signed-note, with Ed25519 alone (signature type 0x01). */

interface Signer {
  publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

export interface NoteSignature {
  name: string;
  /** Four bytes, hex. */
  keyId: string;
  signature: Uint8Array;
}

export interface VerifierKey {
  name: string;
  publicKey: Uint8Array;
}

const ed25519 = Uint8Array.of(1);

/** SHA-256 of a 32-byte public key, hex in groups of four, to be compared by eye. */
export function fingerprint(publicKey: Uint8Array): string {
  return (hex(sha256(publicKey)).match(/.{4}/g) ?? []).join(' ');
}

/** The first four bytes of SHA-256(name, newline, 0x01, public key), hex. */
export function keyId(name: string, publicKey: Uint8Array): string {
  return hex(idBytes(name, publicKey));
}

function idBytes(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(utf8(`${name}\n`), ed25519, publicKey).subarray(0, 4);
}

/** `name+id+base64`: what others put into their own tools to check our notes. */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  return `${name}+${keyId(name, publicKey)}+${base64(joined(ed25519, publicKey))}`;
}

/** Null when it is not a verifier key for Ed25519, or its id does not belong to its name and key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name, id, written] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  if (!name || !id || !written) return null;
  const bytes = fromBase64(written);
  if (bytes?.length !== 33 || bytes[0] !== 1 || base64(bytes) !== written) return null;
  const publicKey = bytes.subarray(1);
  return keyId(name, publicKey) === id ? { name, publicKey } : null;
}

/**
 * A note of `text`, which ends in a newline and holds no other control character, signed under `name`.
 */
export function signNote(text: string, name: string, signer: Signer): string {
  if (!isNoteText(text))
    throw new Error('A note must end in a newline and hold no control characters');
  if (!/^[^\s+]+$/u.test(name))
    throw new Error('A key name is not empty and holds no space or plus');
  const signature = joined(idBytes(name, signer.publicKey), signer.sign(utf8(text)));
  return `${text}\n— ${name} ${base64(signature)}\n`;
}

/** The text and its signatures, none of them checked yet; null when it is not a signed note. */
export function parseNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (!isNoteText(text) || lines.pop() !== '' || lines.length === 0) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, written] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = fromBase64(written ?? '');
    if (!name || !bytes || bytes.length < 5) return null;
    signatures.push({ name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) });
  }
  return { text, signatures };
}

/**
 * The text of a note that `publicKey` signed, under whichever name; null when it did not, or one of its signatures is
 * wrong. Names are not compared: a log that was restored signs under a new one with the same key.
 */
export function openNote(
  note: string,
  publicKey: Uint8Array,
): { text: string; name: string } | null {
  const parsed = parseNote(note);
  if (!parsed) return null;
  const ours = parsed.signatures.filter((s) => keyId(s.name, publicKey) === s.keyId);
  const bytes = utf8(parsed.text);
  const good = ours.filter((s) => isSignedBy(publicKey, bytes, s.signature));
  const [first] = good;
  return first && good.length === ours.length ? { text: parsed.text, name: first.name } : null;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Uint8Array.of(...a, ...b);
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids them, so they are looked for.
  return text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
