import type { Scenario } from '~/course/module';

/** One choice on the way: where it stands and its position there, as written. */
export interface Move {
  at: string;
  choice: number;
}

/** The shortest way from the start to each ending, by id. An ending's links back are ways on, as learners may use them. */
export function shortestPaths(scenario: Scenario): Map<string, Move[]> {
  const places = new Map([...scenario.steps, ...scenario.endings].map((p) => [p.id, p]));
  const ways = new Map<string, Move[]>([[scenario.start, []]]);
  for (const [at, way] of ways) {
    for (const [choice, { to }] of (places.get(at)?.choices ?? []).entries()) {
      if (!ways.has(to)) ways.set(to, [...way, { at, choice }]);
    }
  }
  return new Map(scenario.endings.map(({ id }) => [id, ways.get(id) ?? never(scenario, id)]));
}

function never(scenario: Scenario, ending: string): never {
  throw new Error(`Ending ${ending} of ${scenario.id} cannot be reached`);
}
