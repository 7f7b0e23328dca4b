import { directions } from './letters';

interface Laid {
  glyphs: unknown[];
  positions: unknown[];
  advanceWidth: number;
}
/** What pdfkit keeps of a font that it has opened. */
interface OpenedFont {
  layoutRun(text: string, features?: unknown): Laid;
  layout(text: string, features?: unknown, onlyWidth?: boolean): Laid;
}

const ready = new WeakSet<OpenedFont>();

/**
 * pdfkit lays a line out word by word, each with the space behind it: of two Arabic words the first would stand on the
 * left, and a name would be glued to what follows it. Laid out by direction instead, words that belong together are
 * shaped and turned as one.
 */
export function layByDirection(doc: unknown): void {
  const { _font: font } = doc as { _font: OpenedFont };
  if (ready.has(font)) return;
  ready.add(font);
  font.layout = (text, features) => {
    const runs = directions(text).map((piece) => font.layoutRun(piece, features));
    return {
      glyphs: runs.flatMap(({ glyphs }) => glyphs),
      positions: runs.flatMap(({ positions }) => positions),
      advanceWidth: runs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    };
  };
}
