import { questionAsRead, segmentAsRead } from './as-read';
import type { Module, Page, Question } from './module';

/** What a page is to somebody who completed the version before. */
export type PageChange = 'unchanged' | 'moved' | 'changed' | 'added';

export interface WhatChanged {
  /** Title, outcomes or introduction read otherwise. */
  introduction: boolean;
  /** The pages of the newer version in its order. Moved: the same words, in another place among the others. */
  pages: { id: string; title: string; change: PageChange }[];
  /** Pages of the older version that are gone. */
  removed: { id: string; title: string }[];
  /** Items of the newer bank to ask about: new, worded otherwise, or belonging to a page that changed or was added. */
  items: { id: string; why: 'new' | 'changed' | 'page' }[];
}

type Version = Pick<Module, 'title' | 'outcomes' | 'intro' | 'pages'>;

/**
 * What somebody who knows one version would find otherwise in a newer one. Both are compared as they are read: a fact's
 * new figure, a source's new grade and a page that is now required count; another number of a source, another order,
 * and another id for the same words do not.
 */
export function whatChanged(before: Version, after: Version): WhatChanged {
  const partners = pairUp(before.pages, after.pages);
  const inPlace = longestInOrder(
    after.pages.map((page) => before.pages.indexOf(partners.get(page) ?? page)),
  );
  const pages = after.pages.map((page, n) => ({
    id: page.id,
    title: page.title,
    change: changeOf(page, partners.get(page), inPlace.has(n)),
  }));
  const kept = new Set(partners.values());
  const toRead = new Set(
    pages.filter(({ change }) => change === 'changed' || change === 'added').map(({ id }) => id),
  );
  return {
    introduction: introductionAsRead(before) !== introductionAsRead(after),
    pages,
    removed: before.pages.filter((page) => !kept.has(page)).map(({ id, title }) => ({ id, title })),
    items: itemsToAsk(bankOf(before), bankOf(after), toRead),
  };
}

function changeOf(page: Page, partner: Page | undefined, inPlace: boolean): PageChange {
  if (!partner) return 'added';
  const required = page.required && !partner.required;
  if (required || pageAsRead(page) !== pageAsRead(partner)) return 'changed';
  return inPlace ? 'unchanged' : 'moved';
}

/** Each newer page with the older one of the same id, or else with one that is gone and has the same words. */
function pairUp(before: readonly Page[], after: readonly Page[]): Map<Page, Page> {
  const partners = new Map<Page, Page>();
  const left = new Set(before);
  const pair = (page: Page, partner: Page | undefined) => {
    if (!partner) return;
    partners.set(page, partner);
    left.delete(partner);
  };
  for (const page of after)
    pair(
      page,
      before.find((older) => older.id === page.id),
    );
  for (const page of after.filter((newer) => !partners.has(newer))) {
    pair(
      page,
      [...left].find((older) => pageAsRead(older) === pageAsRead(page)),
    );
  }
  return partners;
}

/** The places in `after` of the most pages that stand in the order they had; -1 is a page that is new. */
function longestInOrder(positions: readonly number[]): Set<number> {
  const best: number[][] = [];
  positions.forEach((position, n) => {
    const longest = best
      .slice(0, n)
      .filter((run) => position >= 0 && (positions[run.at(-1) ?? -1] ?? position) < position)
      .reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push(position < 0 ? [] : [...longest, n]);
  });
  return new Set(best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}

function itemsToAsk(
  before: readonly Question[],
  after: readonly Question[],
  toRead: ReadonlySet<string>,
): WhatChanged['items'] {
  const known = new Set(before.map(questionAsRead));
  const ids = new Set(before.map(({ id }) => id));
  return after.flatMap((item): WhatChanged['items'] => {
    if (!known.has(questionAsRead(item))) {
      return [{ id: item.id, why: ids.has(item.id) ? 'changed' : 'new' }];
    }
    return item.page !== undefined && toRead.has(item.page) ? [{ id: item.id, why: 'page' }] : [];
  });
}

function bankOf({ pages }: Version): Question[] {
  return pages.flatMap((page) =>
    page.segments.flatMap((segment) => (segment.type === 'quiz' ? segment.bank : [])),
  );
}

function pageAsRead({ title, segments }: Pick<Page, 'title' | 'segments'>): string {
  return JSON.stringify([title, segments.map(segmentAsRead).filter((text) => text !== null)]);
}

function introductionAsRead({ title, outcomes, intro }: Version): string {
  return JSON.stringify([outcomes, pageAsRead({ title, segments: intro })]);
}
