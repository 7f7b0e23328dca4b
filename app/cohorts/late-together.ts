import type { Given, LateCohort, Named, Reason } from './needs';

/** Fewer are spoken with one by one. */
const fewest = 5;

/**
 * Cohorts of which more than half are late with one module, five people at least: then it is the date or the time that
 * wants changing, and a line for each of them would say the opposite.
 * @param all with their reasons
 * @param sizes people in each cohort, by its id
 */
export function lateTogether(
  all: readonly (Named & { reasons: readonly Reason[] })[],
  sizes: ReadonlyMap<string, number>,
): LateCohort[] {
  const late = new Map<string, { given: Given; title: string; people: Named[] }>();
  for (const { personId, name, reasons } of all) {
    for (const reason of reasons) {
      if (reason.kind !== 'overdue' || !reason.given) continue;
      const { given, module: title } = reason;
      const found = late.get(given.assignmentId) ?? { given, title, people: [] };
      found.people.push({ personId, name });
      late.set(given.assignmentId, found);
    }
  }
  return [...late.values()]
    .map((one) => ({ ...one, of: sizes.get(one.given.cohortId) ?? 0 }))
    .filter(({ people, of }) => people.length >= fewest && people.length * 2 > of)
    .sort((a, b) => a.given.dueOn.localeCompare(b.given.dueOn));
}
