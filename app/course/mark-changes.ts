import { segmentAsRead, wordsAsRead } from './as-read';
import { htmlBlocks } from './html-blocks';
import type { Html, Segment } from './module';

export interface Marked {
  /** The newer page's, with a word at each paragraph or other part that the older page did not have. */
  segments: Segment[];
  /** How many such places there are. */
  marks: number;
  /** Something that the older page had stands here no more, in those words. */
  goneWords: boolean;
}

/**
 * Marks what on a page reads otherwise than before, paragraph by paragraph: in words, for whoever does not see the line
 * beside it. What only moved is not marked.
 */
export function markChanges(before: readonly Segment[], after: readonly Segment[]): Marked {
  const known = new Set(partsAsRead(before));
  const now = new Set(partsAsRead(after));
  let marks = 0;
  const segments = after.flatMap((segment): Segment[] => {
    if (segment.type === 'prose') {
      const { html, changed } = markProse(segment.html, known);
      marks += changed;
      return [{ ...segment, html }];
    }
    const read = segmentAsRead(segment);
    if (read === null || known.has(read)) return [segment];
    marks += 1;
    return [
      { type: 'prose', html: `<p class="since-word">Changed: ${belowOf[segment.type]}</p>` },
      segment,
    ];
  });
  return { segments, marks, goneWords: [...known].some((part) => !now.has(part)) };
}

const belowOf: Record<Exclude<Segment['type'], 'prose'>, string> = {
  check: 'the question below',
  card: 'the card below',
  scenario: 'the example below',
  reflect: 'what you are asked to think about below',
  commit: 'what is below',
  quiz: 'the quiz below',
};

function partsAsRead(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) =>
    segment.type === 'prose'
      ? htmlBlocks(segment.html).map(wordsAsRead)
      : (segmentAsRead(segment) ?? []),
  );
}

/** Neighbours that changed stand in one frame. */
function markProse(html: Html, known: ReadonlySet<string>): { html: Html; changed: number } {
  let changed = 0;
  let open = false;
  const parts: Html[] = [];
  for (const block of htmlBlocks(html)) {
    const isNew = !known.has(wordsAsRead(block));
    if (isNew && !open) {
      parts.push('<div class="since"><p class="since-word">Changed:</p>');
      changed += 1;
    }
    if (!isNew && open) parts.push(sinceEnd);
    parts.push(block);
    open = isNew;
  }
  return { html: parts.join('') + (open ? sinceEnd : ''), changed };
}

const sinceEnd = '<p class="visually-hidden">End of the change.</p></div>';
