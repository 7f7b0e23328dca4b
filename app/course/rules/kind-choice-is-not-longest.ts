import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { lengthOf } from '../plain-text';
import { error } from '../problem';
import { isKind, kindSteps } from './kind-steps';
import { isLongest } from './longest';

/** Among fewer steps, a few long choices are chance. */
const fewest = 6;

/**
 * Over a module's scenarios, the choice that connects or repairs is the longest in no more than half of the steps that
 * offer one beside others. Reported at the first of them.
 */
export function kindChoiceIsNotLongest(module: ModuleOutline): Problem[] {
  const steps = kindSteps(module);
  const longest = steps.filter(({ choices }) => {
    const lengths = choices.map((choice) => lengthOf(choice.content.nodes));
    return choices.some((choice, n) => isKind(choice) && isLongest(lengths, n));
  });
  const first = longest[0];
  if (!first || steps.length < fewest || longest.length * 2 <= steps.length) return [];
  return [
    error(
      first.file,
      first.line,
      `the choice that connects or repairs is the longest in ${longest.length} of ${steps.length} steps, so it can be guessed`,
      'shorten it, or say more in another choice, in some steps',
    ),
  ];
}
