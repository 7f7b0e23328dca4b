/** Fewer people than this are never counted, neither as they are nor as what is left between two figures. */
export const fewest = 5;
/** So many who fit nowhere together are counted for the groups that all of them are in. */
const longest = 2 * fewest;

/** What one person did, and the groups they belong to besides the school. Groups never change afterwards. */
export interface Deed<T> {
  person: string;
  groups: readonly string[];
  /** Null once it has had its time and is deleted. */
  value: T | null;
}

/** Five people or more who are only ever counted together. */
export interface Five<T> {
  /** The groups that every one of them is in. */
  groups: readonly string[];
  values: readonly (T | null)[];
}

/**
 * The rule of small numbers. People are counted in fives, in the order in which they came: five of just the same groups
 * make one as soon as the fifth is there; ten who wait in different ones make one together. A five is never changed or
 * split again, so whatever figures are laid side by side (two groups, a group and the rest, today's and last week's),
 * what is left between them is nobody, or whole fives.
 *
 * @param deeds in order of time; of one person the first counts
 */
export function inFives<T>(deeds: readonly Deed<T>[]): Five<T>[] {
  const fives: Five<T>[] = [];
  const seen = new Set<string>();
  let waiting: Deed<T>[] = [];
  for (const deed of deeds) {
    if (seen.has(deed.person)) continue;
    seen.add(deed.person);
    waiting.push(deed);
    const alike = waiting.filter((other) => isSame(other.groups, deed.groups));
    const ready = alike.length === fewest ? alike : waiting.length === longest ? waiting : null;
    if (!ready) continue;
    fives.push(together(ready));
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return fives;
}

/** What is counted of a group (null: of the school). A five of which anything is deleted is gone as a whole. */
export function countedIn<T>(fives: readonly Five<T>[], group: string | null): T[] {
  return fives
    .filter((five) => group === null || five.groups.includes(group))
    .flatMap(({ values }) => {
      const there = values.filter((value) => value !== null);
      return there.length === values.length ? there : [];
    });
}

function together<T>(deeds: readonly Deed<T>[]): Five<T> {
  const [first, ...others] = deeds;
  const groups = (first?.groups ?? []).filter((group) =>
    others.every((other) => other.groups.includes(group)),
  );
  return { groups, values: deeds.map((deed) => deed.value) };
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((group) => b.includes(group));
