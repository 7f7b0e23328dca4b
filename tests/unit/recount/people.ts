import type { RawEvent } from './raw-events';
import { text, textOrNull } from './values';

/** Somebody as the staff list had them. */
export interface Someone {
  id: string;
  name: string | null;
  role: string;
  teams: string[];
  contract: string;
  start: string;
  leave: string | null;
}

function detailsOf(event: RawEvent): Someone {
  const { data } = event;
  return {
    id: event.object,
    name: textOrNull(data.name),
    role: text(data.roleGroup),
    teams: (data.teams ?? []) as string[],
    contract: text(data.contract),
    start: text(data.startDate),
    leave: textOrNull(data.leaveDate),
  };
}

/** Everything that was ever said of each person, oldest first. Where a name was erased, nothing is left to read. */
export function staffHistory(events: readonly RawEvent[]): Map<string, Someone[]> {
  const told = new Map<string, Someone[]>();
  for (const event of events) {
    const before = told.get(event.object) ?? [];
    if (event.verb === 'joined' || event.verb === 'details changed') {
      told.set(event.object, [...before, detailsOf(event)]);
    }
    const last = before[before.length - 1];
    if (last && (event.verb === 'left' || event.verb === 'leaving corrected')) {
      told.set(event.object, [...before, { ...last, leave: textOrNull(event.data.leaveDate) }]);
    }
  }
  return told;
}

/** As each stood last, by name, those without one last. */
export function staffList(events: readonly RawEvent[]): Someone[] {
  const newest = [...staffHistory(events).values()].flatMap((all) => all.slice(-1));
  const key = ({ name, id }: Someone) => `${name === null ? 1 : 0}\u0000${name}\u0000${id}`;
  return newest.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export const isThere = ({ start, leave }: Someone, date: string): boolean =>
  !(date < start) && !(leave !== null && leave < date);
