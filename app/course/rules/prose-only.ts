import type { Problem } from '../module';
import type { PageOutline, PieceOutline } from '../outline';
import { error } from '../problem';

/** What is read or printed outside a learner's route holds prose and cards: nobody could answer anything there. */
export function proseOnly(page: PageOutline): Problem[] {
  return page.pieces.flatMap((piece) =>
    piece.type === 'prose' || piece.type === 'card'
      ? []
      : [
          error(
            page.file,
            piece.line,
            `<${nameOf(piece)}> stands on a page where nobody can answer it`,
            'write it as text, or move it to a page of a module',
          ),
        ],
  );
}

function nameOf({ type }: PieceOutline): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}
