import type { Db } from '~db/client.server';
import { type RawEvent, until } from './raw-events';

export interface ToldChange {
  what: string;
  why: string;
  on: string;
  kind: string;
  themes: string[];
}

/** What the school had changed by the end of a day, from the events and the words that their digests stand for. */
export function changesTold(
  { $client }: Db,
  school: string,
  everything: readonly RawEvent[],
  date: string,
): ToldChange[] {
  const events = until(everything, date);
  const words = $client.prepare<[string, unknown], { what: string; why: string }>(
    'select what, why from change_words where school_id = ? and digest = ?',
  );
  const ids = events.filter(({ verb }) => verb === 'school change').map(({ object }) => object);
  return ids
    .flatMap((id) => {
      const about = events.filter(({ object }) => object === id);
      if (about.some(({ verb }) => verb === 'school change withdrawn')) return [];
      const { data } = about[about.length - 1] ?? { data: {} as Record<string, unknown> };
      const found = words.get(school, data.wordsDigest);
      const on = String(data.changedOn);
      return [
        {
          ...{ id, on, kind: String(data.kind), themes: data.themes as string[] },
          ...{ what: found?.what ?? 'A change', why: found?.why ?? 'The words were taken out' },
        },
      ];
    })
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}
