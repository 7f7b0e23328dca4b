import type { Problem } from '../module';
import { lineOf, walk } from '../nodes';
import type { PageOutline } from '../outline';
import { error } from '../problem';

/** Every image says in words what it shows. */
export function imagesHaveText({ file, nodes }: PageOutline): Problem[] {
  const found: Problem[] = [];
  walk(nodes ?? [], (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    if (node.alt?.trim()) return;
    found.push(
      error(
        file,
        lineOf(node),
        'an image has no text for those who cannot see it',
        'say what it shows, as ![a child at a desk](desk.jpg)',
      ),
    );
  });
  return found;
}
