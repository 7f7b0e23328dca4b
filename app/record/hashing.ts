import { ed25519 } from '@noble/curves/ed25519';
import { sha256 as hash } from '@noble/hashes/sha2';

/**
 * What the record's proofs rest on, in plain JavaScript, so that a server, the command line and a page in a browser run
 * the same lines (docs/decisions/0035). Signing stays with the server: see signing-key.server.ts.
 */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  const state = hash.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

/** SHA-256 of what comes a piece at a time. */
export function hashing(): { update(piece: Uint8Array): unknown; digest(): Uint8Array } {
  return hash.create();
}

/** Ed25519 as RFC 8032 has it, strictly: a key or signature written in another way than the one is refused. */
export function isSignedBy(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return ed25519.verify(signature, bytes, publicKey, { zip215: false });
}
