import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';
import { placesOf, reachedFrom } from './scenario-links';

/**
 * From every step a repaired ending can be reached, by way of other endings that offer a way back if need be. A step
 * with a choice that leads nowhere is left to the rule about links.
 */
export function scenarioCanBeRepaired(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap((scenario) => {
    const repaired = scenario.endings
      .filter((ending) => ending.kind === 'repaired' || ending.kind === null)
      .map((ending) => ending.id);
    const places = placesOf(scenario);
    if (repaired.length === 0) return [];
    return scenario.steps
      .filter((step) => {
        const reached = reachedFrom(scenario, step.id);
        const broken = [...reached].some((id) =>
          places.get(id)?.choices.some((choice) => !places.has(choice.to)),
        );
        return !broken && !repaired.some((id) => reached.has(id));
      })
      .map((step) =>
        error(
          scenario.file,
          step.line,
          `from “${step.id}” no repaired ending can be reached`,
          'add a choice that leads towards one, here or as a way back from an ending',
        ),
      );
  });
}
