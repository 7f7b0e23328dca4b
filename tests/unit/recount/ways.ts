import type { RawEvent } from './raw-events';
import { number, text, textOrNull } from './values';

/** One way of a person through a module. */
export interface Way {
  person: string;
  module: string;
  title: string;
  state: 'asked' | 'asked again' | 'begun' | 'done' | 'let off' | 'taken back';
  /** `opens`: the day from which it is to be done; empty: at once. */
  asks: { by: string; due: string; opens: string }[];
  version: number | null;
  kind: string | null;
  /** The enrolment, or what stands for it. */
  known: string;
  entries: string[];
  completion: string | null;
  doneOn: string | null;
}

/** What one event did to a way or a presence: the day of completion before and after it. */
export interface Touch {
  seq: number;
  verb: string;
  person: string;
  module: string;
  aboutOn: string;
  before: string | null;
  after: string | null;
}

/** Not begun, and whatever asks for it asks from a later day on. */
export const isClosed = ({ state, asks }: Way, date: string) =>
  (state === 'asked' || state === 'asked again') && asks.every(({ opens }) => opens > date);

const isOpen = ({ state }: Way) => ['asked', 'asked again', 'begun'].includes(state);

/** A way that was open before the withdrawal is asked for as it was then; what it is asked for no more, `done` answers. */
function liftFrom(way: Way, done: Way, { id, data }: RawEvent): void {
  const lifted = (data.lifted ?? []) as { assignment: string; dueOn: unknown; opensOn: unknown }[];
  const about = lifted.filter((one) => way.asks.some(({ by }) => by === one.assignment));
  if (about.length === 0) return;
  way.entries.push(id);
  const before = way.asks;
  way.asks = [];
  for (const ask of before) {
    const one = about.find(({ assignment }) => assignment === ask.by);
    if (!one) way.asks.push(ask);
    else if (one.dueOn !== null)
      way.asks.push({ by: ask.by, due: text(one.dueOn), opens: text(one.opensOn) });
    else if (done.asks.every(({ by }) => by !== ask.by)) done.asks.push(ask);
  }
  if (way.state === 'begun') return;
  way.state = way.asks.length > 0 ? 'asked again' : 'let off';
  if (way.state === 'let off') way.asks = before;
}

/** Plays one person's events about one module, and says what each of them touched. */
function waysOf(events: readonly RawEvent[]): { ways: Way[]; touches: Touch[] } {
  const ways: Way[] = [];
  const touches: Touch[] = [];
  for (const event of events) {
    const { verb, object, data, person, module, id } = event;
    const asked = { by: object, due: text(data.dueOn), opens: text(data.opensOn) };
    const fresh = (): Way => {
      const way: Way = {
        ...{ person, module, title: '', state: 'asked', asks: [], version: null, kind: null },
        ...{ known: object, entries: [], completion: null, doneOn: null },
      };
      ways.push(way);
      return way;
    };
    const touch = (way: Way, before = way.doneOn, aboutOn = event.happenedOn) => {
      way.entries.push(id);
      touches.push({ ...event, aboutOn, before, after: way.doneOn });
    };
    const anyDone = () => ways.some(({ state }) => state === 'done');

    if (verb === 'assigned') {
      // Asked for anew because what had answered it was withdrawn: that answers nothing, and no refresher will.
      const anew = data.again !== undefined;
      const left = ways.filter((w) => !anew || w.state !== 'taken back');
      const same = ways.find((w) => isOpen(w) && w.asks.some((a) => a.by === object));
      const answered = left.find(
        (w) => w.state !== 'let off' && w.asks.some((a) => a.by === object),
      );
      const open = ways.find((w) => isOpen(w) && !(anew && w.kind === 'refresher'));
      if (same) {
        for (const one of same.asks) if (one.by === object) Object.assign(one, asked);
        touch(same);
      } else if (answered) {
        continue;
      } else if (open) {
        open.asks.push(asked);
        if (anew && open.state === 'asked again' && !anyDone()) open.state = 'asked';
        touch(open);
      } else {
        const state = anyDone() ? 'asked again' : 'asked';
        const before = left.find((w) => w.asks.some((a) => a.by === object));
        const way = before ?? Object.assign(fresh(), { known: `${object}:${person}` });
        Object.assign(way, { asks: [asked], state, title: text(data.moduleTitle) });
        touch(way);
      }
    }
    if (verb === 'exempted') {
      const way = ways.find((w) => isOpen(w) && w.asks.some((a) => a.by === object));
      if (!way) continue;
      const rest = way.asks.filter(({ by }) => by !== object);
      if (rest.length > 0 || way.state === 'begun') way.asks = rest;
      else way.state = 'let off';
      touch(way);
    }
    if (verb === 'started' || verb === 'reopened') {
      const open = ways.find((w) => isOpen(w) && w.state !== 'begun');
      const resumed = ways.find((w) => w.completion !== null && w.completion === data.resumes);
      const way = open ?? fresh();
      if (resumed) way.asks = [...resumed.asks, ...(open?.asks ?? [])];
      Object.assign(way, { known: object, state: 'begun', title: text(data.moduleTitle) });
      Object.assign(way, { version: number(data.version), kind: data.refreshes && 'refresher' });
      touch(way);
    }
    if (verb === 'did together') {
      const way = ways.find(({ known }) => known === object);
      if (way) touch(way);
    }
    if (verb === 'completed') {
      const way = ways.find(({ known }) => known === object) ?? fresh();
      const before = way.doneOn;
      Object.assign(way, { known: object, state: 'done', title: text(data.moduleTitle) });
      Object.assign(way, { version: number(data.version), kind: text(data.cpdType) });
      Object.assign(way, { completion: id, doneOn: event.happenedOn });
      touch(way, before);
    }
    if (verb === 'withdrawn') {
      const shown = events.find((e) => e.id === object);
      if (shown?.verb === 'did together') {
        const way = ways.find((w) => w.entries.includes(object));
        // Taken back once, it is not there to be taken back again.
        const already = events.some(
          (e) => e.seq < event.seq && e.verb === verb && e.object === object,
        );
        if (way && !already) touch(way);
        continue;
      }
      const begun = ways.find((w) => w.state === 'begun' && w.entries.includes(object));
      if (begun) {
        if (begun.asks.length === 0) begun.state = 'taken back';
        else {
          begun.state = anyDone() ? 'asked again' : 'asked';
          begun.known = `${begun.asks[0]?.by}:${person}`;
          Object.assign(begun, { version: null, kind: null });
        }
        touch(begun);
        continue;
      }
      const done = ways.find(({ completion }) => completion === object);
      if (!done) continue;
      done.state = 'taken back';
      done.known = object;
      touch(done);
    }
    if (verb === 'put back') {
      const done = ways.find(
        ({ completion, state }) => completion === object && state === 'taken back',
      );
      if (!done) continue;
      const over = ways.find(({ known }) => known === data.over);
      if (over) {
        const asksMore = over.asks.filter(({ by }) => done.asks.every((one) => one.by !== by));
        done.asks.push(...asksMore);
        ways.splice(ways.indexOf(over), 1);
      }
      for (const way of ways) if (way !== done && isOpen(way)) liftFrom(way, done, event);
      Object.assign(done, { state: 'done', known: text(data.enrolment) });
      touch(done, done.doneOn, done.doneOn ?? event.happenedOn);
    }
    if (verb === 'corrected') {
      const done = ways.find(({ completion }) => completion === object);
      if (!done) continue;
      const before = done.doneOn;
      const to = textOrNull(data.completedOn);
      if (to) done.doneOn = to;
      touch(done, before, to ?? event.happenedOn);
    }
  }
  return { ways, touches };
}

/** Every way of everybody through every module. */
export function allWays(events: readonly RawEvent[]): { ways: Way[]; touches: Touch[] } {
  const groups = new Map<string, RawEvent[]>();
  for (const event of events) {
    if (event.module === '') continue;
    const key = `${event.person} ${event.module}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const played = [...groups.values()].map(waysOf);
  return {
    ways: played.flatMap(({ ways }) => ways),
    touches: played.flatMap(({ touches }) => touches),
  };
}
