import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { questionsOf } from './pieces';

/** Every question that is not sorted has at least one option marked `[x]`. */
export function questionsHaveRightAnswers(module: ModuleOutline): Problem[] {
  return questionsOf(module)
    .filter((question) => !question.sort && !question.options.some((option) => option.right))
    .map(({ file, line, id }) =>
      error(
        file,
        line,
        `question “${id}” has no right answer`,
        'mark one of its options with - [x]',
      ),
    );
}
