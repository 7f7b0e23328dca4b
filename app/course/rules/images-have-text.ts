import type { Problem } from '../module';
import { lineOf, walk } from '../nodes';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { allPages } from './pieces';

/** Every image says in words what it shows. */
export function imagesHaveText(module: ModuleOutline): Problem[] {
  return allPages(module).flatMap(({ file, nodes }) => {
    const found: Problem[] = [];
    walk(nodes ?? [], (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      if (node.alt?.trim()) return;
      found.push(
        error(
          file,
          lineOf(node),
          'an image has no text for those who cannot see it',
          'say what it shows, as ![a child at a desk](/images/desk.svg)',
        ),
      );
    });
    return found;
  });
}
