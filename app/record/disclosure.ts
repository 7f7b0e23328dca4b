import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One field of an event as in SD-JWT (RFC 9901): a fresh 128-bit salt in base64url, the field's name, its value. */
export type Disclosure = [salt: string, name: string, value: unknown];

/** `n` fresh salts, 128 bits each. */
export function newSalts(n: number): string[] {
  const bytes = randomBytes(16 * n);
  return Array.from({ length: n }, (_, i) => bytes.toString('base64url', 16 * i, 16 * (i + 1)));
}

/** base64url of the JSON array: what RFC 9901 calls the disclosure. Values are canonical JSON, so the same field always gives the same bytes. */
export function encodeDisclosure(disclosure: Disclosure): string {
  return Buffer.from(canonicalize(disclosure) ?? '', 'utf8').toString('base64url');
}

/** RFC 9901, 4.2.3: base64url of SHA-256 over the ASCII bytes of the encoded disclosure. */
export function digestOfEncoded(encoded: string): string {
  return createHash('sha256').update(encoded, 'ascii').digest('base64url');
}

export function digestOf(disclosure: Disclosure): string {
  return digestOfEncoded(encodeDisclosure(disclosure));
}
