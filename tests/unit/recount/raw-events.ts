import type { Db } from '~db/client.server';

/** One event with what is still known of its data: read from the two tables it is kept in, and from nothing else. */
export interface RawEvent {
  id: string;
  seq: number;
  verb: string;
  object: string;
  module: string;
  contentHash: string;
  /** Civil date in London on which it was recorded. */
  recordedOn: string;
  person: string;
  happenedOn: string;
  data: Record<string, unknown>;
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** Every event of a school, in the order of the record. */
export function rawEvents({ $client }: Db, school: string): RawEvent[] {
  const events = $client
    .prepare<[string], Record<string, unknown>>('select * from event where school = ?')
    .all(school);
  const details = $client.prepare<[unknown], { name: string; value: string }>(
    'select name, value from event_detail where event_id = ?',
  );
  return events
    .map((row) => {
      const data: Record<string, unknown> = {};
      for (const { name, value } of details.all(row.id)) data[name] = JSON.parse(value);
      return {
        ...{ id: String(row.id), seq: Number(row.seq), verb: String(row.verb) },
        object: String(data.object ?? row.object),
        ...{ module: String(row.module ?? ''), contentHash: String(row.content_hash ?? '') },
        recordedOn: london.format(Number(row.at)),
        ...{ person: String(data.person), happenedOn: String(data.happenedOn), data },
      };
    })
    .sort((a, b) => a.seq - b.seq);
}

/** What was on the record by the end of a civil date. */
export const until = (events: readonly RawEvent[], date: string): RawEvent[] =>
  events.filter(({ recordedOn }) => recordedOn <= date);
