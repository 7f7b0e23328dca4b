import type { Scenario, Tag } from '~/course/module';
import { choicesAt } from '~/learning/scenario-path';
import { chance, weighted } from './chance';

const likely: Record<Tag, number> = {
  connects: 4,
  repairs: 4,
  holds: 2.5,
  avoids: 1.5,
  escalates: 1,
};
/** Whoever has not come to an ending by then takes the shortest way to one. */
const longest = 12;

/** Choices from the start to an ending, as somebody makes them: kind ways more often, and no two people quite alike. */
export function pathOf(scenario: Scenario, who: number): number[] {
  const endings = new Set(scenario.endings.map(({ id }) => id));
  const path: number[] = [];
  let at = scenario.start;
  while (!endings.has(at) && path.length < longest) {
    const ways = choicesAt(scenario, at).map((choice, n) => ({
      value: { n, to: choice.to },
      weight: likely[choice.tag] * (0.5 + chance(scenario.id, at, n)),
    }));
    const { n, to } = weighted(ways, chance('choice', scenario.id, at, path.length, who));
    path.push(n);
    at = to;
  }
  return [...path, ...shortestFrom(scenario, at)];
}

/** Choices that lead from a place to the nearest ending. */
function shortestFrom(scenario: Scenario, start: string): number[] {
  const endings = new Set(scenario.endings.map(({ id }) => id));
  const queue: { at: string; path: number[] }[] = [{ at: start, path: [] }];
  const seen = new Set<string>();
  for (let here = queue.shift(); here; here = queue.shift()) {
    if (endings.has(here.at)) return here.path;
    if (seen.has(here.at)) continue;
    seen.add(here.at);
    const { path } = here;
    queue.push(
      ...choicesAt(scenario, here.at).map((choice, i) => ({ at: choice.to, path: [...path, i] })),
    );
  }
  throw new Error(`No ending can be reached in ${scenario.id}`);
}
