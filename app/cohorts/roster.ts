import type { Asking } from '~/record/askings.server';

/**
 * A cohort as it stood when the first of its members started the module: whoever came or went afterwards changes
 * nothing, so that nobody's answers can be found by putting them in or taking them out. Those who had started before
 * they were put in are never of it. Empty until a member starts.
 *
 * @param askings of one module, in order: this cohort's assignments, and everybody's starts
 */
export function rosterOf(askings: readonly Asking[]): Set<string> {
  const asked = new Map<string, Set<string>>();
  const started = new Set<string>();
  for (const { assignment, person, verb } of askings) {
    const theirs = asked.get(person) ?? new Set();
    if (verb === 'started') {
      if (theirs.size > 0 && !started.has(person)) return membersOf(asked, started);
      started.add(person);
    } else {
      if (verb === 'assigned') theirs.add(assignment);
      else theirs.delete(assignment);
      asked.set(person, theirs);
    }
  }
  return new Set();
}

function membersOf(asked: ReadonlyMap<string, Set<string>>, started: ReadonlySet<string>) {
  return new Set(
    [...asked]
      .filter(([person, theirs]) => theirs.size > 0 && !started.has(person))
      .map(([person]) => person),
  );
}
