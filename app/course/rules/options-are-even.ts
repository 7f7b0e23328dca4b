import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { lengthOf } from '../plain-text';
import { error } from '../problem';
import { questionsOf } from './pieces';

/** No option is over twice as long as the shortest of its question, unless it is 40 characters or shorter. */
export function optionsAreEven(module: ModuleOutline): Problem[] {
  return questionsOf(module).flatMap(({ file, id, options }) => {
    const sized = options.map((option) => ({
      line: option.line,
      size: lengthOf(option.content.nodes),
    }));
    const shortest = Math.min(...sized.map((option) => option.size));
    return sized
      .filter(({ size }) => size > 2 * shortest && size > 40)
      .map(({ line, size }) =>
        error(
          file,
          line,
          `an option of question “${id}” stands out by its length (${size} characters; the shortest has ${shortest})`,
          'shorten it, or say more in the short ones',
        ),
      );
  });
}
