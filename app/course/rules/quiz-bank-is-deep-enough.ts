import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { piecesOf } from './pieces';

/**
 * The bank holds at least twice as many items as are drawn, and, since two forms of one item are never drawn together,
 * at least as many different items.
 */
export function quizBankIsDeepEnough(module: ModuleOutline): Problem[] {
  return piecesOf(module, 'quiz').flatMap(({ file, line, draw, bank }) => {
    if (draw === 0) return [];
    const points = new Set(bank.map((item) => item.point)).size;
    if (bank.length < draw * 2) {
      return [
        error(
          file,
          line,
          `the bank has ${bank.length} questions, under twice the ${draw} that are drawn`,
          `add questions until there are ${draw * 2}, or draw fewer`,
        ),
      ];
    }
    if (points < draw) {
      return [
        error(
          file,
          line,
          `the bank asks ${points} different things, fewer than the ${draw} that are drawn`,
          'add questions that are not forms of another, or draw fewer',
        ),
      ];
    }
    return [];
  });
}
