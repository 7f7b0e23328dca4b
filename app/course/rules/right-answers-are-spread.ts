import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { chooseOne, questionsOf } from './pieces';

/**
 * Of a module's questions with one right answer, when there are at least four, no more than half have it in the same
 * position. Reported at the first of them.
 */
export function rightAnswersAreSpread(module: ModuleOutline): Problem[] {
  const placed = questionsOf(module)
    .filter((question) => chooseOne(question) && question.options.some((option) => option.right))
    .map(({ file, line, options }) => ({
      file,
      line,
      position: options.findIndex((option) => option.right) + 1,
    }));
  if (placed.length < 4) return [];
  const positions = [...new Set(placed.map((question) => question.position))].sort((a, b) => a - b);
  return positions.flatMap((position) => {
    const there = placed.filter((question) => question.position === position);
    const first = there[0];
    if (!first || there.length * 2 <= placed.length) return [];
    return [
      error(
        first.file,
        first.line,
        `the right answer is option ${position} in ${there.length} of ${placed.length} questions, so it can be guessed`,
        'move the right answer to another place in some of them',
      ),
    ];
  });
}
