/** Bytes and text, alike on a server and in a browser: what is checked here must be checked alike there. */

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** A byte order mark is kept: it is part of a file. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const urlAlphabet = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const latin = new TextDecoder('latin1');

/** base64url without padding, as the bytes of its text: a check of a large record makes millions of them. */
export function base64urlBytes(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.ceil((4 * bytes.length) / 3));
  let [bits, held, to] = [0, 0, 0];
  for (let from = 0; from < bytes.length; from += 1) {
    bits = ((bits << 8) | (bytes[from] ?? 0)) & 0xffff;
    held += 8;
    while (held >= 6) {
      held -= 6;
      text[to++] = urlAlphabet[(bits >> held) & 63] ?? 0;
    }
  }
  if (held > 0) text[to] = urlAlphabet[(bits << (6 - held)) & 63] ?? 0;
  return text;
}

export function base64url(bytes: Uint8Array): string {
  return latin.decode(base64urlBytes(bytes));
}

/** Null when it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The text of a file piece by piece: a large record is longer than the longest text that a program can hold. */
export function* textsOf(file: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const piece of file) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The lines of a file, one after another. */
export function* linesOf(file: Iterable<Uint8Array>): Generator<string> {
  let rest = '';
  for (const text of textsOf(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
