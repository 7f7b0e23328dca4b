import type { Scenario } from '~/course/module';
import type { RunChoice } from '../runs.server';
import { idOf, moveFrom } from '../scenario-path';

/** The choices of a group as a run's, each with the step at which it was made; one that leads nowhere is left out. */
export function choicesOn(scenario: Scenario, way: readonly number[]): RunChoice[] {
  const made: RunChoice[] = [];
  let step = scenario.start;
  for (const choice of way) {
    const to = moveFrom(scenario, step, choice);
    if (!to) break;
    made.push({ n: made.length, step, choice });
    step = idOf(to);
  }
  return made;
}

/** The step or ending to which these choices led. */
export function endOfWay(scenario: Scenario, way: readonly number[]): string {
  const last = choicesOn(scenario, way).at(-1);
  const to = last && moveFrom(scenario, last.step, last.choice);
  return to ? idOf(to) : scenario.start;
}
