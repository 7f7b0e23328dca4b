import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { categoriesOf } from '../segments';
import { questionsOf } from './pieces';

/** At least three options; to sort, at least three statements in at least two categories. */
export function optionsAreEnough(module: ModuleOutline): Problem[] {
  return questionsOf(module).flatMap((question) => {
    const { file, line, id } = question;
    const many = question.sort ? question.statements.length : question.options.length;
    if (many < 3) {
      const what = question.sort ? 'statements' : 'options';
      return [
        error(
          file,
          line,
          `question “${id}” has fewer than 3 ${what}`,
          `add ${what} until there are at least 3`,
        ),
      ];
    }
    if (question.sort && categoriesOf(question).length < 2) {
      return [
        error(
          file,
          line,
          `everything in question “${id}” is sorted into one category`,
          'name at least two categories after ::',
        ),
      ];
    }
    return [];
  });
}
