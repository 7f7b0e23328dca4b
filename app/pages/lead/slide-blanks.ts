import { escaped } from './fill-in';

/** What stands in square brackets on a slide, still to be filled in. */
export interface Blank {
  /** Of its field: no two slides share one, for a name on one is not the name on another. */
  name: string;
  /** From 1. */
  slide: number;
  words: string;
}

const bracket = /\[([^[\]<>]+)\]/g;

/**
 * Slides with what was typed for their brackets, or with a line to write on. The slides' own HTML is safe; what was typed
 * is plain text.
 */
export function fillSlides<S extends { html: string }>(
  slides: readonly S[],
  typed: Readonly<Record<string, string>>,
): { slides: S[]; blanks: Blank[] } {
  const blanks: Blank[] = [];
  const filled = slides.map((slide, n) => {
    let at = 0;
    const html = slide.html.replace(bracket, (_, words: string) => {
      at += 1;
      const name = `slide-${n + 1}-${at}`;
      blanks.push({ name, slide: n + 1, words });
      const value = typed[name]?.trim();
      return value
        ? escaped(value)
        : `<span class="slide-blank"><span class="visually-hidden">to fill in: </span>${words}</span>`;
    });
    return { ...slide, html };
  });
  return { slides: filled, blanks };
}
