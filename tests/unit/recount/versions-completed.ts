import { isThere, staffList } from './people';
import { type RawEvent, until } from './raw-events';

export interface VersionCompleted {
  module: string;
  title: string;
  version: number;
  minutes: number;
  outcomes: string[];
  people: number;
  /** Of them, those who were not there that day. */
  away: number;
  first: string;
  last: string;
}

/** What was completed whole and stands, by version and wording. */
export function versionsCompleted(
  everything: readonly RawEvent[],
  date: string,
): VersionCompleted[] {
  const events = until(everything, date);
  const isGone = (id: string) =>
    events.findLast((e) => ['withdrawn', 'put back'].includes(e.verb) && e.object === id)?.verb ===
    'withdrawn';
  const whole = events.filter(
    ({ verb, id, data }) => verb === 'completed' && !data.refreshes && !isGone(id),
  );
  const there = new Set(
    staffList(events)
      .filter((person) => isThere(person, date))
      .map(({ id }) => id),
  );
  const dayOf = ({ id, happenedOn }: RawEvent) =>
    events
      .filter((e) => e.verb === 'corrected' && e.object === id && e.data.completedOn)
      .map((e) => String(e.data.completedOn))
      .pop() ?? happenedOn;
  const keyOf = ({ module, contentHash, data }: RawEvent) =>
    [module, data.version, contentHash].join(' ');
  return [...new Set(whole.map(keyOf))]
    .map((key) => {
      const of = whole.filter((event) => keyOf(event) === key);
      const { module, data } = of[0] ?? { module: '', data: {} as Record<string, unknown> };
      const days = of.map(dayOf).sort();
      return {
        ...{ module, title: String(data.moduleTitle), version: Number(data.version) },
        ...{ minutes: Number(data.publishedMinutes), outcomes: data.outcomes as string[] },
        people: new Set(of.map(({ person }) => person)).size,
        away: new Set(of.map(({ person }) => person).filter((id) => !there.has(id))).size,
        ...{ first: days[0] ?? '', last: days[days.length - 1] ?? '' },
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title) || a.version - b.version);
}
