import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { lengthOf } from '../plain-text';
import { error } from '../problem';
import { isLongest } from './longest';
import { chooseOne, questionsOf } from './pieces';

/** Among fewer questions, a few long answers are chance. */
const fewest = 10;
/** Whoever always picks the longest of four is right in a quarter of all questions, when lengths say nothing. */
const most = 2 / 5;

/** Of a module's questions with one right answer, it is the longest in no more than two of five. Reported at the first. */
export function rightAnswersAreNotLongest(module: ModuleOutline): Problem[] {
  const asked = questionsOf(module).filter(
    (question) => chooseOne(question) && question.options.some((option) => option.right),
  );
  const longest = asked.filter(({ options }) =>
    isLongest(
      options.map((option) => lengthOf(option.content.nodes)),
      options.findIndex((option) => option.right),
    ),
  );
  const first = longest[0];
  if (!first || asked.length < fewest || longest.length <= asked.length * most) return [];
  return [
    error(
      first.file,
      first.line,
      `the right answer is the longest option in ${longest.length} of ${asked.length} questions, so it can be guessed`,
      'shorten the right answer, or say more in another option, in some of them',
    ),
  ];
}
