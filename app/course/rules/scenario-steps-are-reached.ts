import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';
import { placesOf, reachedFrom } from './scenario-links';

/** Every step and ending can be come to from the start. Not asked of a scenario whose start is not there. */
export function scenarioStepsAreReached(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap((scenario) => {
    const reached = reachedFrom(scenario, scenario.start);
    if (reached.size === 0) return [];
    return [...placesOf(scenario).values()]
      .filter((place) => !reached.has(place.id))
      .map((place) =>
        error(
          scenario.file,
          place.line,
          `“${place.id}” cannot be reached from the start of scenario “${scenario.id}”`,
          'let a choice lead to it, or remove it',
        ),
      );
  });
}
