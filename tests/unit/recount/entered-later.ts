import { staffHistory } from './people';
import { presences } from './presences';
import type { RawEvent } from './raw-events';
import { allWays } from './ways';

/** How many entries were made after a day about that day or one before it. */
export function enteredLater(everything: readonly RawEvent[], date: string): number {
  const after = (seq: number) => (everything.find((e) => e.seq === seq)?.recordedOn ?? '') > date;
  const touches = [...allWays(everything).touches, ...presences(everything).touches];
  const lines = touches.filter(({ seq, verb, aboutOn, before, after: to }) => {
    if (!after(seq)) return false;
    if (aboutOn <= date) return true;
    const days = [before, to].filter((day) => day !== null);
    return ['withdrawn', 'put back', 'corrected'].includes(verb) && days.some((day) => day <= date);
  });
  const people = everything.filter((event, n) => {
    if (!after(event.seq)) return false;
    const before = staffHistory(everything.slice(0, n)).get(event.object)?.slice(-1)[0];
    const now = staffHistory(everything.slice(0, n + 1))
      .get(event.object)
      ?.slice(-1)[0];
    const by = (...days: (string | null | undefined)[]) => days.some((day) => day && day <= date);
    if (event.verb === 'joined') return by(now?.start);
    if (event.verb === 'left') return by(now?.leave, before?.leave);
    if (event.verb === 'leaving corrected')
      return before?.leave ? by(now?.leave, before.leave) : false;
    if (event.verb !== 'details changed') return false;
    const moved = before && now && before.start !== now.start;
    return by(event.happenedOn) || (moved ? by(before.start, now.start) : false);
  });
  return lines.length + people.length;
}
