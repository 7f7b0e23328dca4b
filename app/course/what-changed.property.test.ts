import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Module, Page, Question } from './module';
import { whatChanged } from './what-changed';

/* A module as a list of pages and of items, each knowing which of the first version it was and whether it was touched. */
interface Sketch {
  id: string;
  words: string;
  /** Its id in the first version; null when it was added since. */
  was: string | null;
  touched: boolean;
}
interface ItemSketch extends Sketch {
  page: string;
}
interface Written {
  pages: Sketch[];
  items: ItemSketch[];
}

const kinds = ['add', 'remove', 'move', 'change', 'rename'] as const;
const edits = fc.array(
  fc.record({
    list: fc.constantFrom('pages' as const, 'items' as const),
    kind: fc.constantFrom(...kinds),
    at: fc.nat(30),
    to: fc.nat(30),
  }),
  { maxLength: 14 },
);
const size = fc.record({
  pages: fc.integer({ min: 1, max: 7 }),
  items: fc.integer({ min: 0, max: 9 }),
});

function firstVersion({ pages, items }: { pages: number; items: number }): Written {
  const sketch = (id: string): Sketch => ({
    id,
    words: `Words of ${id}.`,
    was: id,
    touched: false,
  });
  return {
    pages: Array.from({ length: pages }, (_, n) => sketch(`page-${n}`)),
    items: Array.from({ length: items }, (_, n) => ({
      ...sketch(`item-${n}`),
      page: `page-${n % pages}`,
    })),
  };
}

/** Every new text is a new one, so that no edit undoes another. */
function edited(
  version: Written,
  made: { list: 'pages' | 'items'; kind: (typeof kinds)[number]; at: number; to: number }[],
): Written {
  const after: Written = structuredClone(version);
  made.forEach(({ list, kind, at, to }, n) => {
    const all: Sketch[] = after[list];
    const there = all.length === 0 ? undefined : all[at % all.length];
    if (kind === 'add') {
      const page = after.pages[to % Math.max(1, after.pages.length)]?.id ?? '';
      const added = { id: `added-${n}`, words: `New words ${n}.`, was: null, touched: false, page };
      all.splice(at % (all.length + 1), 0, added);
    } else if (!there) return;
    else if (kind === 'remove') all.splice(all.indexOf(there), 1);
    else if (kind === 'move') {
      all.splice(all.indexOf(there), 1);
      all.splice(to % (all.length + 1), 0, there);
    } else if (kind === 'change') {
      there.words = `Other words ${n}.`;
      there.touched = true;
      // What is changed is known by its id alone; a later name would make it another thing.
    } else if (!there.touched) {
      for (const item of after.items)
        if (list === 'pages' && item.page === there.id) item.page = `renamed-${n}`;
      there.id = `renamed-${n}`;
    }
  });
  return after;
}

/** The same words as another rendering might put them: sources numbered otherwise, options in another order. */
function rendered({ pages, items }: Written, otherwise: boolean): Module {
  const n = otherwise ? 7 : 1;
  const cite = `<sup class="cite"><a href="#source-bell" aria-label="Source ${n}, evidence grade B, controlled">${n}</a></sup>`;
  const html = (words: string) =>
    otherwise ? `<p>\n${words} ${cite}</p>` : `<p>${words} ${cite}</p>\n`;
  const bank = items.map(({ id, words, page }): Question => {
    const options = ['one', 'two', 'three'].map((option, o) => ({
      html: `${words} ${option}`,
      right: o === 0,
      explanation: html(option),
    }));
    if (otherwise) options.reverse();
    return { id, page, kind: 'one', stem: html(words), critical: otherwise, pre: false, options };
  });
  const written = pages.map(
    ({ id, words }): Page => ({
      id,
      title: words,
      required: true,
      minutes: otherwise ? 3 : 2,
      segments: [{ type: 'prose', html: html(words) }],
    }),
  );
  const quiz: Page = {
    id: 'quiz',
    title: 'Quiz',
    required: true,
    minutes: 2,
    segments: [{ type: 'quiz', draw: 8, bank }],
  };
  return {
    title: 'A module',
    outcomes: [],
    intro: [],
    pages: [...written, quiz],
  } as unknown as Module;
}

/** A page renamed after it was changed, or changed after it was renamed, is one gone and one added. */
const sameThing = (sketch: Sketch) => !(sketch.touched && sketch.id !== sketch.was);
const isNew = (sketch: Sketch) => sketch.was === null || !sameThing(sketch);

test('whatever is added, removed, moved, changed or renamed, exactly that is found', () => {
  fc.assert(
    fc.property(size, edits, (counts, made) => {
      const before = firstVersion(counts);
      const after = edited(before, made);
      const found = whatChanged(rendered(before, false), rendered(after, true));

      const changes = new Map(found.pages.map(({ id, change }) => [id, change]));
      for (const page of after.pages) {
        const change = changes.get(page.id);
        if (isNew(page)) expect(change).toBe('added');
        else if (page.touched) expect(change).toBe('changed');
        else expect(['unchanged', 'moved']).toContain(change);
      }
      expect(changes.get('quiz')).toBe('unchanged');
      const kept = new Set(after.pages.filter((page) => !isNew(page)).map((page) => page.was));
      expect(found.removed.map(({ id }) => id)).toEqual(
        before.pages.map(({ id }) => id).filter((id) => !kept.has(id)),
      );

      const toRead = new Set(
        after.pages.filter((page) => isNew(page) || page.touched).map(({ id }) => id),
      );
      const expected = after.items.flatMap((item) => {
        if (isNew(item)) return [{ id: item.id, why: 'new' }];
        if (item.touched) return [{ id: item.id, why: 'changed' }];
        return toRead.has(item.page) ? [{ id: item.id, why: 'page' }] : [];
      });
      expect(found.items).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('reordering alone is no change, and as few pages as can be are called moved', () => {
  fc.assert(
    fc.property(size, edits, (counts, made) => {
      const before = firstVersion(counts);
      const moves = made.filter(({ kind }) => kind === 'move');
      const after = edited(before, moves);
      const found = whatChanged(rendered(before, false), rendered(after, true));
      const stayed = found.pages.filter(({ change }) => change === 'unchanged');
      const were = stayed.map(({ id }) => before.pages.findIndex((page) => page.id === id));
      expect(were.filter((n) => n >= 0)).toEqual(were.filter((n) => n >= 0).sort((a, b) => a - b));
      const moved = found.pages.filter(({ change }) => change === 'moved').length;
      expect(moved).toBeLessThanOrEqual(moves.filter(({ list }) => list === 'pages').length);
      expect(stayed.length + moved).toBe(found.pages.length);
      expect(found).toMatchObject({ removed: [], items: [], introduction: false });
    }),
  );
});

test('a version is no different from itself', () => {
  fc.assert(
    fc.property(size, (counts) => {
      const version = rendered(firstVersion(counts), false);
      const { pages, removed, items } = whatChanged(version, version);
      expect(pages.every(({ change }) => change === 'unchanged')).toBe(true);
      expect([...removed, ...items]).toEqual([]);
    }),
  );
});
