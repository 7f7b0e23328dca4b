import type { Html } from './module';

const tag = /<(\/?)([a-z][a-z0-9-]*)[^>]*?(\/?)>/gi;
/** Never closed. */
const alone = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** The blocks directly in a piece of rendered content, in order: its paragraphs, headings, lists, tables. */
export function htmlBlocks(html: Html): Html[] {
  const blocks: Html[] = [];
  let depth = 0;
  let start = 0;
  for (const found of html.matchAll(tag)) {
    const [written, closing, name = '', selfClosed] = found;
    if (closing) depth -= 1;
    else if (!selfClosed && !alone.has(name.toLowerCase())) depth += 1;
    if (depth > 0) continue;
    const end = found.index + written.length;
    blocks.push(html.slice(start, end));
    start = end;
  }
  blocks.push(html.slice(start));
  return blocks.filter((block) => block.trim() !== '');
}
