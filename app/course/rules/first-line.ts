import { lineOf } from '../nodes';
import type { PageOutline } from '../outline';

/** Where a page's text begins, for what is wrong with the page as a whole. */
export function firstLine(page: PageOutline): number {
  return lineOf(page.nodes?.[0]);
}
