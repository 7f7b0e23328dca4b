import { createHash } from 'node:crypto';

/**
 * The tag that every form carries: who opened it. It is the person's and not the session's, so that signing in again in
 * another tab does not turn one's own half-filled form away. It is no secret and guards no one: the origin check does.
 */
export function formTagOf(personId: string): string {
  return createHash('sha256').update(`form:${personId}`).digest('base64url').slice(0, 16);
}
