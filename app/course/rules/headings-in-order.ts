import type { Problem } from '../module';
import { isComponent, lineOf, walk } from '../nodes';
import type { PageOutline } from '../outline';
import { error } from '../problem';

/**
 * The page's title is its first heading, so text begins at `##`, and no level is skipped on the way down. The title of a
 * card and of a scenario counts as `##`.
 */
export function headingsInOrder({ file, nodes }: PageOutline): Problem[] {
  const found: Problem[] = [];
  let level = 1;
  walk(nodes ?? [], (node) => {
    if (isComponent(node, 'Card') || isComponent(node, 'Scenario')) level = 2;
    if (node.type !== 'heading') return;
    if (node.depth === 1) {
      found.push(
        error(
          file,
          lineOf(node),
          'a heading is written with one #, which is kept for the page’s title',
          'write it with ##',
        ),
      );
    } else if (node.depth > level + 1) {
      found.push(
        error(
          file,
          lineOf(node),
          `a heading of level ${node.depth} follows one of level ${level}`,
          `write it with ${'#'.repeat(level + 1)}`,
        ),
      );
    }
    level = Math.max(2, node.depth);
  });
  return found;
}
