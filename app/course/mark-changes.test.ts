import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlBlocks } from './html-blocks';
import { markChanges } from './mark-changes';
import type { Segment } from './module';

const prose = (...blocks: string[]): Segment => ({ type: 'prose', html: blocks.join('\n') });
const card = (html: string): Segment => ({ type: 'card', id: 'card', title: 'Card', html });
const a = '<p>First, <strong>calm</strong>.<br/>Then wait.</p>';
const b = '<ul>\n<li>One<ul><li>Inner</li></ul></li>\n<li>Two</li>\n</ul>';
const c = '<p>Last.</p>';
const mark = '<p class="since-word">Changed:</p>';
const end = '<p class="visually-hidden">End of the change.</p></div>';

test('a paragraph that reads otherwise is marked, and the others are not', () => {
  const changed = b.replace('Two', 'Three');
  const marked = markChanges([prose(a, b, c)], [prose(a, changed, c)]);
  expect(marked).toEqual({
    segments: [prose(`${a}<div class="since">${mark}\n${changed}${end}\n${c}`)],
    marks: 1,
    goneWords: true,
  });
});

test('neighbours that are new stand in one frame', () => {
  const { segments, marks, goneWords } = markChanges([prose(a)], [prose(a, b, c)]);
  expect(segments).toEqual([prose(`${a}<div class="since">${mark}\n${b}\n${c}${end}`)]);
  expect({ marks, goneWords }).toEqual({ marks: 1, goneWords: false });
});

test('what was taken out leaves no mark, and is said', () => {
  expect(markChanges([prose(a, b, c)], [prose(a, c)])).toMatchObject({ marks: 0, goneWords: true });
});

test('another order, other markup and another number of a source are no change', () => {
  const cite = (n: number) =>
    `<p>So. <a href="#source-x" aria-label="Source ${n}, grade B">${n}</a></p>`;
  const before = [prose(a, cite(1)), prose(c)];
  const after = [prose(c), prose(cite(2), a.replaceAll('strong', 'em'))];
  const { marks, goneWords } = markChanges(before, after);
  expect({ marks, goneWords }).toEqual({ marks: 0, goneWords: false });
});

test('a card that reads otherwise is named above it', () => {
  const { segments, marks } = markChanges([card(a)], [card(c)]);
  expect(segments).toEqual([
    { type: 'prose', html: '<p class="since-word">Changed: the card below</p>' },
    card(c),
  ]);
  expect(marks).toBe(1);
  expect(markChanges([card(a)], [card(a)])).toEqual({
    segments: [card(a)],
    marks: 0,
    goneWords: false,
  });
});

test('blocks are cut where they end, and nothing is lost', () => {
  const block = fc.constantFrom(
    a,
    b,
    c,
    '<hr/>',
    '<p><img src="/x.png" alt="x"/> y</p>',
    '<h2>H</h2>',
  );
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      expect(htmlBlocks(blocks.join('\n')).map((found) => found.trim())).toEqual(blocks);
    }),
  );
});
