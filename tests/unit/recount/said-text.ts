import { convert } from 'html-to-text';
import { createElement, Fragment } from 'react';
import { getDocumentProxy } from 'unpdf';
import { SummaryBlock } from '~/pages/evidence/summary-block';
import type { Section } from '~/pages/evidence/summary-sections';
import { markup } from '~/ui/markup-for-test';

const foot = /Willow Primary, as at \d+ \w+ \d{4} · key [0-9a-f ]+ · page \d+ of \d+$/;
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What a reader of the page reads under each heading. */
export function pageText(sections: readonly Section[]): string[] {
  return sections.map(({ blocks }) => {
    const html = markup(
      createElement(
        Fragment,
        null,
        ...blocks.map((block) => createElement(SummaryBlock, { block })),
      ),
    );
    const selectors = [{ selector: 'a', options: { ignoreHref: true } }];
    return plain(
      convert(html.replaceAll(/<(?!\/?a[ >])/g, ' <'), {
        ...{ wordwrap: false, preserveNewlines: false, selectors },
      }),
    );
  });
}

/** What a reader of the PDF reads under each heading, by somebody else’s code, without the foot of each page. */
export async function paperText(
  pdf: Uint8Array,
  titles: readonly string[],
): Promise<{ texts: string[]; pages: string[] }> {
  const doc = await getDocumentProxy(pdf);
  const pages = await Promise.all(
    Array.from({ length: doc.numPages }, async (_, n) => {
      const { items } = await (await doc.getPage(n + 1)).getTextContent();
      return plain(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }),
  );
  const whole = pages.map((page) => page.replace(foot, '')).join(' ');
  let from = 0;
  const starts = titles.map((title) => {
    from = whole.indexOf(plain(title), from);
    return from;
  });
  const texts = starts.map((start, n) =>
    plain(whole.slice(start + plain(titles[n] ?? '').length, starts[n + 1] ?? whole.length)),
  );
  return { texts, pages };
}

export const figuresIn = (text: string): string[] => text.match(/\d+/g) ?? [];

/** The first of the pieces that does not stand in the text after the one before it; null when all do. */
export function missing(text: string, pieces: readonly string[]): string | null {
  let at = 0;
  for (const piece of pieces.map(plain)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return piece;
    at = found + piece.length;
  }
  return null;
}
