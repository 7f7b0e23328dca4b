import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { questionsOf } from './pieces';

/** A question's `outcome` is a number in the list of outcomes, and its `page` is a page of the module. */
export function questionsPointSomewhere(module: ModuleOutline): Problem[] {
  const outcomes = module.front?.outcomes.length;
  const pages = new Set(module.pages.map((page) => page.id));
  return questionsOf(module).flatMap(({ file, line, id, outcome, page }) => {
    const found: Problem[] = [];
    if (outcome !== undefined && outcomes !== undefined && outcome > outcomes) {
      found.push(
        error(
          file,
          line,
          `question “${id}” belongs to outcome ${outcome}, and the module has ${outcomes}`,
          `write a number from 1 to ${outcomes}`,
        ),
      );
    }
    if (page !== undefined && !pages.has(page)) {
      found.push(
        error(
          file,
          line,
          `question “${id}” sends people to page “${page}”, which is not there`,
          'write the page’s file name without its number and .mdx',
        ),
      );
    }
    return found;
  });
}
