import { type Block, type Section, type Summary, wordsOf } from './summary-sections';

/** The same for whoever sees totals alone: no figure opens to anything, and no address of the record goes along. */
export function totalsAlone(summary: Summary): Summary {
  const { sections, annexes } = summary;
  return { ...summary, sections: sections.map(closed), annexes: annexes.map(closed) };
}

const closed = ({ title, blocks }: Section): Section => ({
  title,
  blocks: blocks.map(closedBlock),
});

function closedBlock(block: Block): Block {
  switch (block.type) {
    case 'text':
      return { ...block, text: wordsOf(block.text) };
    case 'list':
      return { ...block, items: block.items.map(wordsOf) };
    case 'bars':
      return { ...block, rows: block.rows.map(({ to: _, ...row }) => row) };
    case 'table':
    case 'timeline':
      return { ...block, rows: block.rows.map((row) => row.map(wordsOf)) };
  }
}
