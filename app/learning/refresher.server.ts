import { secondsAnItem, wholeMinutes } from '~/course/minutes';
import type { Module, Page } from '~/course/module';
import { type PageChange, type WhatChanged, whatChanged } from '~/course/what-changed';
import { pointOf } from './draw.server';
import { holds, quizOf } from './parts';
import { introMinutes, minutesAsked } from './route';
import type { Version } from './version';

/** Comparing two versions takes a while, and a version never changes: said once for each pair, and kept with the newer. */
const made = new WeakMap<Module, Map<string, Compared>>();

interface Compared {
  refresher: Version;
  found: WhatChanged;
}

function comparing(from: Module, to: Module, base: Module): Compared {
  const ofNewer = made.get(to) ?? new Map<string, Compared>();
  made.set(to, ofNewer);
  const pair = `${from.contentHash} ${base.contentHash}`;
  const kept = ofNewer.get(pair) ?? compared(from, to, base);
  ofNewer.set(pair, kept);
  return kept;
}

/**
 * A newer version for somebody who completed an older one. It asks for the pages that changed or were added, one
 * scenario where scenarios did, and a quiz of the items that changed, were added or are about such a page; never for
 * another commitment. What did not change can be read and asks for nothing. Without items to ask there is no quiz.
 *
 * @param from what they completed
 * @param base what it had become by way of corrections, which is what the newer version is held against
 */
export function refresherOf(from: Module, to: Module, base: Module = from): Version {
  return comparing(from, to, base).refresher;
}

function compared(from: Module, to: Module, base: Module): Compared {
  const found = whatChanged(base, to);
  const items = new Set(found.items.map(({ id }) => id));
  const pages = to.pages.flatMap((page) => (holds(page, 'quiz') ? quizOn(page, items) : [page]));
  const toRead = new Set(found.pages.filter(isToRead).map(({ id }) => id));
  const asks = pages.filter((page) => holds(page, 'quiz') || toRead.has(page.id));
  const asked: Version = {
    ...to,
    pages,
    refreshes: {
      version: from.version,
      contentHash: from.contentHash,
      asks: asks.map(({ id }) => id),
    },
  };
  const minutes = minutesAsked(asked) + (found.introduction ? introMinutes(to) : 0);
  return { refresher: { ...asked, minutes }, found };
}

const isToRead = ({ change }: { change: PageChange }) => change === 'changed' || change === 'added';

/** The words around the bank tell of the whole quiz, so they are left out. */
function quizOn(page: Page, items: ReadonlySet<string>): Page[] {
  const segments = page.segments.flatMap((segment): Page['segments'] => {
    if (segment.type !== 'quiz') return [];
    const bank = segment.bank.filter(({ id }) => items.has(id));
    const points = new Set(bank.map(({ id }) => pointOf(id))).size;
    return bank.length > 0 ? [{ ...segment, draw: Math.min(segment.draw, points), bank }] : [];
  });
  const seconds = segments.reduce((sum, s) => sum + (s.type === 'quiz' ? s.draw : 0), 0);
  return segments.length > 0
    ? [{ ...page, segments, minutes: wholeMinutes(seconds * secondsAnItem) }]
    : [];
}

/** What changed, for whoever completed the older version to read: what stayed as it was is not in it. */
export interface Changes {
  from: { version: number; contentHash: string };
  to: number;
  /** In order; what is gone comes last. The quiz's page is told by its questions. */
  pages: { id: string; title: string; change: Exclude<PageChange, 'unchanged'> | 'removed' }[];
  introduction: boolean;
  /** Items of the bank that are new or worded otherwise. */
  questions: number;
  /** How many items the refresher's quiz asks; 0 without one. */
  asked: number;
  /** Of the refresher, as published. */
  minutes: number;
  /** Nothing of it is asked for: there is no refresher to take. */
  nothingToDo: boolean;
}

/** The parameters are those of `refresherOf`. */
export function changesBetween(from: Module, to: Module, base: Module = from): Changes {
  const { refresher, found } = comparing(from, to, base);
  const quizPages = new Set(
    [...base.pages, ...to.pages].flatMap((page) => (holds(page, 'quiz') ? [page.id] : [])),
  );
  const pages = found.pages.flatMap(({ id, title, change }) =>
    change === 'unchanged' || quizPages.has(id) ? [] : [{ id, title, change }],
  );
  const removed = found.removed
    .filter(({ id }) => !quizPages.has(id))
    .map((page) => ({ ...page, change: 'removed' as const }));
  return {
    from: { version: from.version, contentHash: from.contentHash },
    to: to.version,
    pages: [...pages, ...removed],
    introduction: found.introduction,
    questions: found.items.filter(({ why }) => why !== 'page').length,
    asked: quizOf(refresher)?.draw ?? 0,
    minutes: refresher.minutes,
    nothingToDo: refresher.refreshes?.asks.length === 0,
  };
}
