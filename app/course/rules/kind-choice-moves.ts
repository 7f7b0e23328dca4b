import { kindTags } from '../format';
import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';

/**
 * Over a module's scenarios, the choice that connects or repairs does not stand at the same place, counted from the top
 * or from the bottom, in every step that offers one beside others. Asked when there are at least two such steps, and
 * reported at the first.
 */
export function kindChoiceMoves(module: ModuleOutline): Problem[] {
  const steps = scenariosOf(module).flatMap((scenario) =>
    scenario.steps
      .filter((step) => step.choices.length > 1)
      .map(({ line, choices }) => ({
        file: scenario.file,
        line,
        fromTop: choices.flatMap((choice, n) => (kindTags.includes(choice.tag) ? [n] : [])),
        fromBottom: choices.flatMap((choice, n) =>
          kindTags.includes(choice.tag) ? [choices.length - n] : [],
        ),
      }))
      .filter((step) => step.fromTop.length > 0),
  );
  const first = steps[0];
  if (!first || steps.length < 2) return [];
  const top = first.fromTop.find((n) => steps.every((step) => step.fromTop.includes(n)));
  const bottom = first.fromBottom.find((n) => steps.every((step) => step.fromBottom.includes(n)));
  if (top === undefined && bottom === undefined) return [];
  const place =
    top !== undefined
      ? `number ${top + 1}`
      : bottom === 1
        ? 'the last'
        : `number ${bottom} from the end`;
  return [
    error(
      first.file,
      first.line,
      `the choice that connects or repairs is ${place} in every step, so it can be guessed`,
      'move it to another place in some steps',
    ),
  ];
}
