import type { Nodes } from 'mdast';
import { sitePages } from '../format';
import type { Problem } from '../module';
import { isComponent, lineOf, walk } from '../nodes';
import type { CheckContext, PageOutline } from '../outline';
import { error, warning } from '../problem';

/**
 * A link to a page of content leads to one that there is. What is not content is held against a list, and only warned
 * about: a page may be newer than the list. A link to a place in the page itself is a choice of a scenario, or a mistake.
 */
export function linksLeadSomewhere(page: PageOutline, { places }: CheckContext): Problem[] {
  const found: Problem[] = [];
  walk(page.nodes ?? [], (node, inside) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (node.url.startsWith('#')) {
      if (!isChoice(inside)) found.push(nowhere(page, node, node.url));
      return;
    }
    if (!node.url.startsWith('/')) return;
    const address = (node.url.split(/[?#]/, 1)[0] ?? '').replace(/(?<=.)\/$/, '');
    const content = /^\/(?:learn|guide)\/./.test(address);
    if (content && !places.has(address)) found.push(notThere(page, node, address));
    if (!content && !sitePages.includes(address)) {
      const what = `the link “${address}” leads to a page that is not known here`;
      found.push(
        warning(page.file, lineOf(node), what, 'open the address to see that it is there'),
      );
    }
  });
  return found;
}

/** Choices of a scenario are checked with it. */
function isChoice(inside: readonly Nodes[]): boolean {
  const step = inside.some((node) => isComponent(node, 'Step') || isComponent(node, 'Ending'));
  return step && inside.some((node) => node.type === 'listItem');
}

function nowhere(page: PageOutline, node: Nodes, url: string): Problem {
  return error(
    page.file,
    lineOf(node),
    `the link “${url}” leads to no place in this page`,
    'lead to a page, as [what helps](what-helps); a choice of a scenario stands in the list at the end of a step',
  );
}

function notThere(page: PageOutline, node: Nodes, address: string): Problem {
  return error(
    page.file,
    lineOf(node),
    `the link “${address}” leads to a page that is not there`,
    'write a page’s file name without its number and .mdx, as [what helps](what-helps); for a page of another module, write /learn/, its folder, / and the page, and for a guide /guide/ and its file name',
  );
}
