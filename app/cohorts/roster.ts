import type { Asking } from '~/record/askings.server';

/**
 * A cohort as it stood when the first of its members began to answer: whoever came or went afterwards changes nothing,
 * so that nobody's answers can be found by putting them in or taking them out. Those who had begun before they were put
 * in are never of it. Empty until somebody begins.
 *
 * @param askings of this cohort for one module, in order
 * @param begun when each person first may have answered, UTC milliseconds
 */
export function rosterOf(
  askings: readonly Asking[],
  begun: ReadonlyMap<string, number>,
): Set<string> {
  const inAt = (time: number): Set<string> => {
    const asked = new Map<string, Set<string>>();
    for (const { assignment, person, verb, at } of askings) {
      if (at >= time) break;
      const theirs = asked.get(person) ?? new Set();
      if (verb === 'assigned') theirs.add(assignment);
      else theirs.delete(assignment);
      asked.set(person, theirs);
    }
    const there = [...asked].filter(([, theirs]) => theirs.size > 0).map(([person]) => person);
    return new Set(there);
  };
  const people = new Set(askings.map(({ person }) => person));
  const beginnings = [...begun]
    .filter(([person]) => people.has(person))
    .sort(([, a], [, b]) => a - b);
  for (const [person, at] of beginnings) {
    const members = inAt(at);
    if (!members.has(person)) continue;
    return new Set([...members].filter((one) => (begun.get(one) ?? at) >= at));
  }
  return new Set();
}
