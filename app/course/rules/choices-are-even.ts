import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { lengthOf } from '../plain-text';
import { error } from '../problem';
import { scenariosOf } from './pieces';

/** No choice is over twice as long as the shortest of its step, unless it is 40 characters or shorter. */
export function choicesAreEven(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap(({ file, steps }) =>
    steps.flatMap(({ id, choices }) => {
      const sized = choices.map(({ line, content }) => ({ line, size: lengthOf(content.nodes) }));
      const shortest = Math.min(...sized.map((choice) => choice.size));
      return sized
        .filter(({ size }) => size > 2 * shortest && size > 40)
        .map(({ line, size }) =>
          error(
            file,
            line,
            `a choice of “${id}” stands out by its length (${size} characters; the shortest has ${shortest})`,
            'shorten it, or say more in the short ones',
          ),
        );
    }),
  );
}
