import type { ModuleOutline, PageOutline, PieceOutline, Run } from './outline';
import { passagesIn, wordsIn } from './plain-text';

/*
 * An estimate is published and nobody is measured: reading at 200 words a minute, 35 seconds an item, 4 minutes a
 * scenario, 2 minutes for the commitment.
 */
const wordsAMinute = 200;
export const secondsAnItem = 35;
const secondsAScenario = 4 * 60;
const secondsToCommit = 2 * 60;

export function countWords(run: Run): number {
  return passagesIn(run.nodes).reduce((sum, passage) => sum + wordsIn(passage.text).length, 0);
}

/** Words of teaching text: prose and cards, without items and scenarios. */
export function teachingWords(page: PageOutline): number {
  return page.pieces.reduce((sum, piece) => {
    return piece.type === 'prose' || piece.type === 'card' ? sum + countWords(piece.content) : sum;
  }, 0);
}

function pieceSeconds(piece: PieceOutline): number {
  switch (piece.type) {
    case 'prose':
    case 'card':
      return (countWords(piece.content) * 60) / wordsAMinute;
    case 'question':
      return secondsAnItem;
    case 'quiz':
      return piece.draw * secondsAnItem;
    case 'scenario':
      return secondsAScenario;
    case 'commit':
      return secondsToCommit;
    case 'reflect':
      return 0;
  }
}

export function pageSeconds(page: PageOutline): number {
  return page.pieces.reduce((sum, piece) => sum + pieceSeconds(piece), 0);
}

export function hasScenario(page: PageOutline): boolean {
  return page.pieces.some((piece) => piece.type === 'scenario');
}

/** The introduction, the required pages, and one scenario page, the longest: one is required, of the reader's choice. */
export function routeSeconds(module: ModuleOutline): number {
  const required = module.pages.filter((page) => page.required && !hasScenario(page));
  const scenarios = module.pages.filter(hasScenario).map(pageSeconds);
  const seconds = [module.intro, ...required].map(pageSeconds);
  return seconds.reduce((sum, each) => sum + each, 0) + Math.max(0, ...scenarios);
}

/** Whole minutes, at least 1. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
