import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedIn, type Deed, fewest, inFives } from './in-fives';

const cohorts = ['a', 'b', 'c'];

/** Anyone, in any of three overlapping cohorts, coming in any order; some come twice. */
const history = fc
  .array(
    fc.record({
      who: fc.integer({ min: 0, max: 40 }),
      groups: fc.subarray(cohorts),
    }),
    { maxLength: 80 },
  )
  .map((arrivals) => {
    const groupsOf = new Map<number, string[]>();
    return arrivals.map(({ who, groups }): Deed<string> => {
      if (!groupsOf.has(who)) groupsOf.set(who, groups);
      return { person: `p${who}`, groups: groupsOf.get(who) ?? groups, value: `p${who}` };
    });
  });

/** Every figure that could be seen on any day, of the school and of each cohort: who is counted in it. */
function everySeen(deeds: Deed<string>[]): Set<string>[] {
  const seen: Set<string>[] = [];
  for (let day = 0; day <= deeds.length; day += 1) {
    const fives = inFives(deeds.slice(0, day));
    for (const group of [null, ...cohorts]) seen.push(new Set(countedIn(fives, group)));
  }
  return seen;
}

test('whatever figures of whatever days and groups are laid side by side, what is left between them is nobody or five', () => {
  fc.assert(
    fc.property(history, (deeds) => {
      const seen = everySeen(deeds);
      // People whom no figure tells apart: every sum and difference of figures is made of these, whole.
      const cells = new Map<string, number>();
      for (const person of new Set(deeds.map((deed) => deed.person))) {
        const mark = seen.map((figure) => (figure.has(person) ? '1' : '0')).join('');
        if (mark.includes('1')) cells.set(mark, (cells.get(mark) ?? 0) + 1);
      }
      for (const size of cells.values()) expect(size).toBeGreaterThanOrEqual(fewest);
    }),
  );
});

test('no figure counts fewer than five people, nor anyone twice, nor anyone outside the group', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(null, ...cohorts), (deeds, group) => {
      const counted = countedIn(inFives(deeds), group);
      expect(new Set(counted).size).toBe(counted.length);
      expect(counted.length === 0 || counted.length >= fewest).toBe(true);
      for (const person of counted) {
        const theirs = deeds.find((deed) => deed.person === person)?.groups ?? [];
        expect(group === null || theirs.includes(group)).toBe(true);
      }
    }),
  );
});

test('what was counted stays counted in the same company', () => {
  fc.assert(
    fc.property(history, fc.nat(), (deeds, n) => {
      const before = inFives(deeds.slice(0, n % (deeds.length + 1)));
      expect(inFives(deeds).slice(0, before.length)).toEqual(before);
    }),
  );
});

test('fewer than ten people are ever waiting to be counted for the school', () => {
  fc.assert(
    fc.property(history, (deeds) => {
      const people = new Set(deeds.map((deed) => deed.person)).size;
      expect(people - countedIn(inFives(deeds), null).length).toBeLessThan(10);
    }),
  );
});

test('when anything of a five is deleted, none of it is counted', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat({ max: 40 })), (deeds, gone) => {
      const whole = inFives(deeds);
      const deleted = new Set(gone.map((who) => `p${who}`));
      const rest = inFives(
        deeds.map((deed) => (deleted.has(deed.person) ? { ...deed, value: null } : deed)),
      );
      for (const group of [null, ...cohorts]) {
        const left = countedIn(rest, group);
        const missing = countedIn(whole, group).filter((person) => !left.includes(person));
        expect(missing.length === 0 || missing.length >= fewest).toBe(true);
        expect(left.some((person) => deleted.has(person))).toBe(false);
      }
    }),
  );
});

const come = (...groups: string[][]): Deed<number>[] =>
  groups.map((mine, n) => ({ person: `p${n}`, groups: mine, value: n }));

test('four are not counted, and the fifth brings all of them', () => {
  expect(countedIn(inFives(come([], [], [], [])), null)).toEqual([]);
  expect(countedIn(inFives(come([], [], [], [], [])), null)).toEqual([0, 1, 2, 3, 4]);
});

test('one person outside a cohort cannot be told from the school less the cohort', () => {
  const fives = inFives(come(['a'], ['a'], [], ['a'], ['a'], ['a'], ['a']));
  expect(countedIn(fives, 'a')).toEqual([0, 1, 3, 4, 5]);
  expect(countedIn(fives, null)).toEqual([0, 1, 3, 4, 5]);
});

test('ten who wait in different cohorts are counted for the school, and for a cohort they all share', () => {
  const four = [0, 1, 2, 3];
  const fives = inFives(
    come(...four.map(() => ['a', 'b']), ...four.map(() => ['a']), ['a', 'c'], ['a', 'c']),
  );
  expect(countedIn(fives, null)).toHaveLength(10);
  expect(countedIn(fives, 'a')).toHaveLength(10);
  expect(countedIn(fives, 'b')).toEqual([]);
});
