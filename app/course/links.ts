import type { RootContent } from 'mdast';
import { walk } from './nodes';

const pageId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `[what helps](what-helps)` names a page beside this one. Its whole address is set in its place, since a browser would
 * take it for another one on a module's overview and in a preview.
 * @param base of the pages beside this one, such as /learn/attachment-patterns
 */
export function completeLinks(nodes: readonly RootContent[], base: string): void {
  walk(nodes, (node) => {
    const link = node.type === 'link' || node.type === 'definition';
    if (link && pageId.test(node.url)) node.url = `${base}/${node.url}`;
  });
}
