import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { everyPageRead, piecesOf } from './pieces';

/**
 * A module can be completed: it has one quiz, one commitment and at least one scenario; a page holds at most one
 * scenario, and the introduction holds none of these.
 */
export function moduleIsWhole(module: ModuleOutline): Problem[] {
  const quizzes = piecesOf(module, 'quiz');
  const commits = piecesOf(module, 'commit');
  const scenarios = piecesOf(module, 'scenario');
  const problems: Problem[] = [];
  const lacks = (what: string, mend: string) => {
    if (everyPageRead(module))
      problems.push(error(module.file, 1, `the module has no ${what}`, mend));
  };
  if (quizzes.length === 0)
    lacks('quiz', 'add a page such as 80-quiz.mdx with <Quiz draw={8}> around its questions');
  if (commits.length === 0)
    lacks('commitment', 'add a page such as 90-one-thing.mdx with <Commit/>');
  if (scenarios.length === 0) lacks('scenario', 'add a page with a <Scenario>');
  for (const extra of [...quizzes.slice(1), ...commits.slice(1)]) {
    const name = extra.type === 'quiz' ? '<Quiz>' : '<Commit/>';
    problems.push(
      error(extra.file, extra.line, `${name} stands in the module twice`, 'keep one of them'),
    );
  }
  const seen = new Set<string>();
  for (const scenario of scenarios) {
    if (seen.has(scenario.file)) {
      problems.push(
        error(
          scenario.file,
          scenario.line,
          'the page holds two scenarios',
          'move one of them to a page of its own',
        ),
      );
    }
    seen.add(scenario.file);
  }
  for (const piece of [...quizzes, ...commits, ...scenarios]) {
    if (piece.file !== module.file) continue;
    problems.push(
      error(
        piece.file,
        piece.line,
        `a ${piece.type} stands in the introduction`,
        'move it to a page of its own',
      ),
    );
  }
  return problems;
}
