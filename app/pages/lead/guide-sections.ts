import type { Html, ProsePage } from '~/course/module';

export interface GuideSection {
  /** Of its h2, without a number in front; plain HTML. */
  title: Html;
  /** It stood as "1. What it is": a slide. */
  numbered: boolean;
  html: Html;
}

const heading = /<h2[^>]*>([\s\S]*?)<\/h2>/;

/** A guide's sections, each under its h2, in order; what stands before the first h2 is left out. */
export function sectionsOf({ segments }: Pick<ProsePage, 'segments'>): GuideSection[] {
  return segments
    .flatMap((segment) => (segment.type === 'prose' ? segment.html.split(/(?=<h2[ >])/) : []))
    .flatMap((html) => {
      const [whole, title] = heading.exec(html) ?? [];
      if (whole === undefined || title === undefined) return [];
      const plain = title.replace(/^\s*\d+\.\s*/, '');
      return [{ title: plain, numbered: plain !== title, html: html.replace(whole, '').trim() }];
    });
}
