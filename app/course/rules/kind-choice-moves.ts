import type { Problem } from '../module';
import type { ChoiceOutline, ModuleOutline } from '../outline';
import { error } from '../problem';
import { isKind, kindSteps } from './kind-steps';

/** From this many steps on, half is a habit; among fewer, only always is. */
const many = 6;

/**
 * Over a module's scenarios, the choice that connects or repairs does not stand at the same place, counted from the top
 * or from the bottom, in every step that offers one beside others, nor, when there are at least six such steps, in more
 * than half of them. Asked when there are at least two, and reported at the first.
 */
export function kindChoiceMoves(module: ModuleOutline): Problem[] {
  const steps = kindSteps(module);
  const first = steps[0];
  if (!first || steps.length < 2) return [];
  const tooMany = steps.length < many ? steps.length : Math.floor(steps.length / 2) + 1;
  const most = Math.max(...steps.map((step) => step.choices.length));
  for (let place = 0; place < most; place += 1) {
    for (const [at, words] of placesOf(place)) {
      const there = steps.filter(({ choices }) => isKindAt(choices, at)).length;
      // Second from the end is a habit that nobody notices: only always can be guessed.
      if (there < (at < -1 ? steps.length : tooMany)) continue;
      const often = there === steps.length ? 'every step' : `${there} of ${steps.length} steps`;
      return [
        error(
          first.file,
          first.line,
          `the choice that connects or repairs is ${words} in ${often}, so it can be guessed`,
          'move it to another place in some steps',
        ),
      ];
    }
  }
  return [];
}

function placesOf(place: number): [at: number, words: string][] {
  return [
    [place, `number ${place + 1}`],
    [-1 - place, place === 0 ? 'the last' : `number ${place + 1} from the end`],
  ];
}

function isKindAt(choices: readonly ChoiceOutline[], at: number): boolean {
  const choice = choices.at(at);
  return choice !== undefined && isKind(choice);
}
