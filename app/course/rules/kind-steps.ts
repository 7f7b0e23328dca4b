import { kindTags } from '../format';
import type { ChoiceOutline, ModuleOutline, StepOutline } from '../outline';
import { type In, scenariosOf } from './pieces';

export function isKind(choice: ChoiceOutline): boolean {
  return kindTags.includes(choice.tag);
}

/** Steps, over all scenarios, with a choice that connects or repairs beside others. */
export function kindSteps(module: ModuleOutline): In<StepOutline>[] {
  return scenariosOf(module).flatMap(({ file, steps }) =>
    steps
      .filter(({ choices }) => choices.length > 1 && choices.some(isKind))
      .map((step) => ({ ...step, file })),
  );
}
