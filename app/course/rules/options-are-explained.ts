import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { questionsOf } from './pieces';

/** Each option carries its own explanation. A statement to be sorted may do without. */
export function optionsAreExplained(module: ModuleOutline): Problem[] {
  return questionsOf(module).flatMap(({ file, id, options }) =>
    options
      .filter((option) => !option.explanation || option.explanation.nodes.length === 0)
      .map((option) =>
        error(
          file,
          option.line,
          `an option of question “${id}” has no explanation`,
          'add one on the next line, indented by two spaces and beginning with >',
        ),
      ),
  );
}
