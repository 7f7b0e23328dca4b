import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Module } from './module';

/** SHA-256, hex, of a module's canonical JSON (RFC 8785) without the hash itself. */
export function contentHashOf(module: Omit<Module, 'contentHash'>): string {
  const { contentHash: _hash, ...rest } = module as Module;
  const text = canonicalize(rest);
  if (text === undefined) throw new Error(`Module ${module.slug} has no JSON form`);
  return createHash('sha256').update(text).digest('hex');
}
