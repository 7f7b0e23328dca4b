import { randomBytes } from 'node:crypto';
import type { Attune } from '~/context.server';
import type { Db } from '~db/client.server';

interface Kept {
  sessionId: string;
  /** As JSON. */
  answer: string;
  /** UTC milliseconds. */
  at: number;
}

const hour = 60 * 60 * 1000;
const most = 200;
/** In characters of JSON. A pasted staff list is longer, and is answered as it comes. */
const longest = 300_000;

/** In memory only: what was typed and not accepted is nobody's record, and goes with the process. */
const keptOf = new WeakMap<Db, Map<string, Kept>>();

function kept({ db, now }: Pick<Attune, 'db' | 'now'>): Map<string, Kept> {
  const all = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, all);
  const oldest = now().getTime() - hour;
  for (const [id, { at }] of all) {
    // In the order in which they came.
    if (at >= oldest && all.size <= most) break;
    all.delete(id);
  }
  return all;
}

/** Keeps what a refused form comes back with, for an hour, for that session alone. Returns the id to ask for it by; null when it is too long. */
export function keepRefused(
  attune: Pick<Attune, 'db' | 'now'>,
  sessionId: string,
  answer: unknown,
): string | null {
  const json = JSON.stringify(answer);
  if (json.length > longest) return null;
  const id = randomBytes(9).toString('base64url');
  kept(attune).set(id, { sessionId, answer: json, at: attune.now().getTime() });
  return id;
}

/** What was kept under `id`; null for another session, after an hour, or when there was nothing. */
export function refusedAnswer(
  attune: Pick<Attune, 'db' | 'now'>,
  sessionId: string,
  id: string,
): unknown {
  const found = kept(attune).get(id);
  return found?.sessionId === sessionId ? JSON.parse(found.answer) : null;
}
