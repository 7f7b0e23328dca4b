import type { Module, Page } from '~/course/module';
import { type PageChange, whatChanged } from '~/course/what-changed';
import { holds, scenarioOf } from '../parts';

/** Something that a group did: a page to read, or the scenario on a page. */
export interface Shown {
  page: string;
  /** Null of a page to read. */
  scenario: string | null;
}

/** Pages of which a group can do what they ask for: the quiz and the commitment are each person's own. */
export const isForGroups = (page: Page): boolean => !holds(page, 'quiz') && !holds(page, 'commit');

/** What counts when a group was shown these pages, in the order of the version. */
export function shownOf(version: Module, pages: ReadonlySet<string>): Shown[] {
  return version.pages
    .filter((page) => pages.has(page.id) && isForGroups(page))
    .map((page) => ({ page: page.id, scenario: scenarioOf(page)?.id ?? null }));
}

const asItWas: readonly PageChange[] = ['unchanged', 'moved'];

/**
 * What of it counts for somebody on another version: the pages that read there as they were shown. All of it on the
 * same version.
 */
export function countsIn(shownIn: Module, theirs: Module, shown: readonly Shown[]): Shown[] {
  if (shownIn.contentHash === theirs.contentHash) return [...shown];
  const same = new Set(
    whatChanged(shownIn, theirs)
      .pages.filter(({ change }) => asItWas.includes(change))
      .map(({ id }) => id),
  );
  const asked = shown.filter(({ page }) => same.has(page)).map(({ page }) => page);
  return shownOf(theirs, new Set(asked));
}
