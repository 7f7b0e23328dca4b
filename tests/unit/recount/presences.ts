import type { RawEvent } from './raw-events';
import { number, text, textOrNull } from './values';
import type { Touch } from './ways';

/** One person at one training session. */
export interface Presence {
  entry: string;
  person: string;
  session: string;
  title: string;
  kind: string;
  provider: string | null;
  minutes: number | null;
  on: string;
  /** Entered from a list that the school had. */
  listed: boolean;
  takenBack: boolean;
}

/** Everybody's presence at training sessions, those taken off again too. */
export function presences(events: readonly RawEvent[]): { all: Presence[]; touches: Touch[] } {
  const all: Presence[] = [];
  const touches: Touch[] = [];
  for (const event of events) {
    const { data, person, seq, verb } = event;
    const about = { seq, verb, person, module: '' };
    if (verb === 'session attended') {
      all.push({
        ...{ entry: event.id, person, session: event.object, title: text(data.title) },
        ...{ kind: text(data.kind), provider: textOrNull(data.provider) },
        ...{ minutes: number(data.minutes), on: event.happenedOn, takenBack: false },
        listed: data.enteredFrom === 'own list',
      });
      touches.push({ ...about, aboutOn: event.happenedOn, before: null, after: event.happenedOn });
    }
    const one = all.find(({ entry }) => entry === event.object);
    if (!one) continue;
    const before = one.on;
    if (verb === 'withdrawn') {
      one.takenBack = true;
      touches.push({ ...about, aboutOn: event.happenedOn, before, after: before });
    }
    if (verb === 'corrected') {
      if (data.title !== undefined) one.title = text(data.title);
      if (data.kind !== undefined) one.kind = text(data.kind);
      if (data.provider !== undefined) one.provider = textOrNull(data.provider);
      if (data.minutes !== undefined) one.minutes = number(data.minutes);
      const to = textOrNull(data.completedOn);
      if (to) one.on = to;
      touches.push({ ...about, aboutOn: to ?? event.happenedOn, before, after: one.on });
    }
  }
  return { all, touches };
}

/** What is said beside the day of a session of which some were entered from a list. */
export function listed({ people, fromList }: { people: number; fromList: number }): string {
  if (fromList === 0) return '';
  const some = fromList < people ? `${fromList} of the ${people} ` : '';
  return ` (${some}entered later, from the school’s own list)`;
}
