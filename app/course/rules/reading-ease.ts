import { flesch } from 'flesch';
import { syllable } from 'syllable';
import type { Audience, Problem } from '../module';
import type { CheckContext, PageOutline } from '../outline';
import { passagesIn, sentencesIn, wordsIn } from '../plain-text';
import { error } from '../problem';
import { firstLine } from './first-line';

/** Under this many words the measure says nothing. */
const fewestWords = 40;

/** The Flesch reading ease of the page's text is at least the house style's minimum for its readers. */
export function readingEase(
  page: PageOutline,
  { library }: CheckContext,
  audience: Audience = 'learners',
): Problem[] {
  const minimum = library.readingEase[audience === 'leads' ? 'leads' : 'minimum'];
  const ease = easeOf([page]);
  if (ease === null || Math.round(ease) >= minimum) return [];
  return [
    error(
      page.file,
      firstLine(page),
      `the page’s reading ease is ${Math.round(ease)}, below the ${minimum} of house-style.yaml`,
      'shorten its sentences, and choose shorter words',
    ),
  ];
}

/**
 * Flesch reading ease over paragraphs, options and explanations, but not over headings, tables, and what is quoted in
 * order to be rewritten. 100 is very easy, 60 plain English, 30 difficult. Null for under 40 words.
 */
export function easeOf(pages: readonly PageOutline[]): number | null {
  const counts = { sentence: 0, word: 0, syllable: 0 };
  for (const passage of pages.flatMap((page) => passagesIn(page.nodes ?? [], ['Quote']))) {
    if (passage.kind !== 'paragraph') continue;
    const words = wordsIn(passage.text);
    counts.sentence += Math.max(1, sentencesIn(passage.text).length);
    counts.word += words.length;
    counts.syllable += words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  }
  return counts.word < fewestWords ? null : flesch(counts);
}
