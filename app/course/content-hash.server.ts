import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Module } from './module';

/** What no learner meets: it may change without a new version. */
type Unhashed = 'contentHash' | 'origin' | 'staffMeeting';

/** SHA-256, hex, of a module's canonical JSON (RFC 8785) without the hash itself and what no learner meets. */
export function contentHashOf(module: Omit<Module, Unhashed>): string {
  const {
    contentHash: _hash,
    origin: _origin,
    staffMeeting: _staffMeeting,
    ...rest
  } = module as Module;
  return digestOf(rest);
}

/** SHA-256, hex, of the canonical JSON of anything that has one. */
export function digestOf(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('What is to be hashed has no JSON form');
  return createHash('sha256').update(text).digest('hex');
}
