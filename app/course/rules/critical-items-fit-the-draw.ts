import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { piecesOf } from './pieces';

/** No more critical items than are drawn: parallel forms, which share what stands before `--`, count as one. */
export function criticalItemsFitTheDraw(module: ModuleOutline): Problem[] {
  return piecesOf(module, 'quiz').flatMap(({ file, line, draw, bank }) => {
    if (draw === 0) return [];
    const critical = new Set(bank.filter((item) => item.critical).map((item) => item.point)).size;
    if (critical <= draw) return [];
    return [
      error(
        file,
        line,
        `${critical} critical items are more than the ${draw} that are drawn`,
        'draw more, or mark fewer as critical',
      ),
    ];
  });
}
