import type { Problem } from '../module';
import type { ModuleOutline, QuestionOutline } from '../outline';
import { error } from '../problem';
import { type In, piecesOf } from './pieces';

/**
 * A quiz has critical items, each point of safety in two forms or more, so that a second go does not ask what was just
 * explained. Forms of one point are all critical or none is.
 */
export function criticalItemsHaveForms(module: ModuleOutline): Problem[] {
  return piecesOf(module, 'quiz').flatMap(({ file, line, bank }) => {
    if (bank.length === 0) return [];
    const items = bank.map((item) => ({ ...item, file }));
    const critical = items.filter((item) => item.critical);
    if (critical.length === 0) {
      return [
        error(
          file,
          line,
          'no item of the quiz is critical, so a mistake about a pupil’s safety would not matter',
          'write critical after the id of each item about safety',
        ),
      ];
    }
    return critical.flatMap((item) => wrongForms(item, items));
  });
}

function wrongForms(item: In<QuestionOutline>, items: readonly In<QuestionOutline>[]): Problem[] {
  const { file, line, id, point } = item;
  const forms = items.filter((other) => other.point === point);
  if (forms.length < 2) {
    return [
      error(
        file,
        line,
        `the critical item “${id}” has only one form, so a second go asks the same again`,
        `ask the same point in another way in a second item, and name the two ${point}--a and ${point}--b`,
      ),
    ];
  }
  return forms
    .filter((form) => !form.critical)
    .map((form) =>
      error(
        file,
        form.line,
        `“${form.id}” is a form of “${id}”, which is critical, and is not critical itself`,
        'write critical after its id, or give it an id of its own',
      ),
    );
}
