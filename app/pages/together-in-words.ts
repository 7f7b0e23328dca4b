import { civilDateInWords } from '~/course/said';
import type { LedOn } from '~/record/together.server';

/** “on 3 December 2026 with Rosalind Avery”, for each session. */
export function withWhom(sessions: readonly LedOn[]): string {
  return listed(
    sessions.map(({ heldOn, leader }) => {
      const who = leader ?? 'somebody whose name was erased';
      return `on ${civilDateInWords(heldOn)} with ${who}`;
    }),
  );
}

/** “Together on 3 December 2026, led by Rosalind Avery”; empty without any session. */
export function togetherInWords(sessions: readonly LedOn[]): string {
  if (sessions.length === 0) return '';
  const each = sessions.map(({ heldOn, leader }) => {
    const who = leader ?? 'somebody whose name was erased';
    return `on ${civilDateInWords(heldOn)}, led by ${who}`;
  });
  return `Together ${each.join(', and ')}`;
}

/** “a, b and c”. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** “4 pages and the example”; what a group did, or what counts of it. */
export function partsInWords({ pages, scenarios }: { pages: number; scenarios: number }): string {
  return listed([
    ...(pages > 0 ? [pages === 1 ? 'one page' : `${pages} pages`] : []),
    ...(scenarios > 0 ? [scenarios === 1 ? 'the example' : `${scenarios} examples`] : []),
  ]);
}
