import { convert } from 'html-to-text';
import type { Guide } from '~/course/module';

/** A guide's HTML as text that can be pasted into an e-mail or a word processor. `origin` makes its links whole. */
export function asText(html: string, origin: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      // “116 123 [tel:116123]” would say it twice.
      { selector: 'a.dial', format: 'inline' },
      { selector: 'a', options: { baseUrl: origin, hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({
        selector,
        options: { uppercase: false, leadingLineBreaks: 3, trailingLineBreaks: 2 },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  });
}

/** A whole guide as text, with what it rests on at the end. */
export function guideAsText(guide: Guide, origin: string): string {
  const body = guide.segments
    .map((segment) => {
      if (segment.type === 'prose') return asText(segment.html, origin);
      if (segment.type === 'card') return `${segment.title}\n\n${asText(segment.html, origin)}`;
      return '';
    })
    .join('\n\n');
  const references = guide.references.map(({ number, citation, url, checked }) =>
    [`${number}. ${citation}`, url, `Checked ${checked}.`].filter(Boolean).join(' '),
  );
  const rests = references.length > 0 ? `\n\nReferences\n\n${references.join('\n')}` : '';
  const numbers = guide.numbersAsOf ? `\n\n${guide.numbersAsOf}` : '';
  return `${guide.title}\n\n${body}${numbers}${rests}\n`;
}

/** A text file to keep. */
export function textFile(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
