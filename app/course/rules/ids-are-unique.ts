import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { allPages, questionsOf, scenariosOf } from './pieces';

interface Named {
  id: string;
  file: string;
  line: number;
}

/**
 * An id stands once: of a page in its module; of a question, scenario, reflection or card in its module; of a step or
 * ending in its scenario. Ids of the shared files are checked when they are read.
 */
export function idsAreUnique(module: ModuleOutline): Problem[] {
  const pieces = allPages(module).flatMap((page) =>
    page.pieces.flatMap((piece) => {
      const named = piece.type === 'scenario' || piece.type === 'reflect' || piece.type === 'card';
      return named ? [{ id: piece.id, file: page.file, line: piece.line }] : [];
    }),
  );
  const pages = module.pages.map(({ id, file }) => ({ id, file, line: 1 }));
  const steps = scenariosOf(module).flatMap((scenario) =>
    repeats(
      [...scenario.steps, ...scenario.endings].map(({ id, line }) => ({
        id,
        line,
        file: scenario.file,
      })),
    ),
  );
  return [...repeats(pages), ...repeats([...questionsOf(module), ...pieces]), ...steps];
}

function repeats(all: readonly Named[]): Problem[] {
  const first = new Map<string, Named>();
  return all.flatMap((named) => {
    const before = first.get(named.id);
    if (!before || named.id === '') {
      first.set(named.id, named);
      return [];
    }
    const where =
      before.file === named.file ? `line ${before.line}` : `${before.file}, line ${before.line}`;
    return [
      error(
        named.file,
        named.line,
        `the id “${named.id}” is already taken in ${where}`,
        'give one of them another id',
      ),
    ];
  });
}
