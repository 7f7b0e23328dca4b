import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';
import { placesOf } from './scenario-links';

/** A scenario starts at one of its steps, and every choice leads to a step or an ending of it. */
export function scenarioLinksLeadSomewhere(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap((scenario) => {
    const places = placesOf(scenario);
    const mend = 'check the spelling, or add a <Step> or <Ending> with this id';
    const begins = scenario.steps.some((step) => step.id === scenario.start);
    const start = begins
      ? []
      : [
          error(
            scenario.file,
            scenario.line,
            `scenario “${scenario.id}” starts at “${scenario.start}”, which is not one of its steps`,
            mend,
          ),
        ];
    const choices = [...places.values()].flatMap((place) =>
      place.choices
        .filter((choice) => !places.has(choice.to))
        .map((choice) =>
          error(
            scenario.file,
            choice.line,
            `a choice of “${place.id}” leads to “${choice.to}”, which is not there`,
            mend,
          ),
        ),
    );
    return [...start, ...choices];
  });
}
