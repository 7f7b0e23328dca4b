import type { Problem } from '../module';
import type { ModuleOutline, ScenarioOutline, StepOutline } from '../outline';
import { error } from '../problem';
import { isKind } from './kind-steps';
import { scenariosOf } from './pieces';

/** From this many scenarios on, one of them can show that kindness is not always there or enough. */
const manyScenarios = 3;

/**
 * In a module with three scenarios or more, some step offers no choice that connects or repairs, or offers one that
 * leads on to trouble: to a step with something to repair, or to an ending that is not repaired.
 */
export function kindChoiceMayFail(module: ModuleOutline): Problem[] {
  const scenarios = scenariosOf(module);
  const first = scenarios[0];
  if (!first || scenarios.length < manyScenarios) return [];
  const hard = scenarios.some((scenario) =>
    scenario.steps.some((step) => step.choices.length > 1 && isHard(scenario, step)),
  );
  if (hard) return [];
  return [
    error(
      first.file,
      first.line,
      'in every scenario there is always a choice that connects or repairs, and it always works',
      'let it be missing in one step, or lead to a step where something must be repaired',
    ),
  ];
}

function isHard(scenario: ScenarioOutline, step: StepOutline): boolean {
  const kind = step.choices.filter(isKind);
  return kind.length === 0 || kind.some((choice) => leadsToTrouble(scenario, choice.to));
}

function leadsToTrouble({ steps, endings }: ScenarioOutline, to: string): boolean {
  const ending = endings.find(({ id }) => id === to);
  if (ending) return ending.kind !== 'repaired';
  const step = steps.find(({ id }) => id === to);
  return step?.choices.some((choice) => choice.tag === 'repairs') ?? false;
}
