import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Module, Page, Question } from '~/course/module';
import { dutiesOf, type Facts, isComplete } from './completion';
import { pointOf } from './draw.server';
import { holds, quizOf, scenarioOf } from './parts';
import { changesBetween, refresherOf } from './refresher.server';
import { minutesAsked } from './route';
import { testBank, testModule } from './test-module';

/** What an author may do to a version; numbers pick a page or an item among those there are. */
type Edit =
  | { do: 'reword page' | 'drop page' | 'move page' | 'turn optional'; at: number; to: number }
  | { do: 'add page'; at: number; to: number }
  | { do: 'reword item' | 'explain item' | 'drop item' | 'move item' | 'add item'; at: number };

const at = fc.nat(40);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constantFrom('reword page' as const, 'drop page' as const, 'move page' as const),
    at,
    to: at,
  }),
  fc.record({ do: fc.constant('add page' as const), at, to: at }),
  fc.record({
    do: fc.constantFrom(
      ...(['reword item', 'explain item', 'drop item', 'move item', 'add item'] as const),
    ),
    at,
  }),
);

/** The newer version, and which of its pages and items were touched on the way to it. */
interface Edited {
  pages: Page[];
  bank: Question[];
  touched: Set<string>;
}

function apply({ pages, bank, touched }: Edited, made: Edit, n: number): void {
  const item = bank[made.at % bank.length];
  const free = pages.filter((page) => !holds(page, 'quiz'));
  const page = free[made.at % Math.max(1, free.length)];
  const place = page ? pages.indexOf(page) : -1;
  switch (made.do) {
    case 'reword page':
      if (!page) return;
      pages[place] = {
        ...page,
        segments: [...page.segments, { type: 'prose', html: `<p>Words ${n}</p>` }],
      };
      touched.add(page.id);
      return;
    case 'drop page':
      if (page) pages.splice(place, 1);
      return;
    case 'move page':
      if (page) pages.splice(made.to % pages.length, 0, ...pages.splice(place, 1));
      return;
    case 'add page': {
      const added: Page = {
        id: `added-${n}`,
        title: `Added ${n}`,
        required: made.to % 2 === 0,
        minutes: 2,
        segments: [{ type: 'prose', html: `<p>Added words ${n}</p>` }],
      };
      pages.splice(made.at % (pages.length + 1), 0, added);
      touched.add(added.id);
      return;
    }
    case 'reword item':
      if (!item) return;
      bank[bank.indexOf(item)] = { ...item, stem: `<p>Stem ${n}</p>` };
      touched.add(item.id);
      return;
    case 'explain item':
      if (!item || item.kind === 'sort') return;
      bank[bank.indexOf(item)] = {
        ...item,
        options: item.options.map((o) => ({ ...o, explanation: `<p>Because ${n}</p>` })),
      };
      touched.add(item.id);
      return;
    case 'drop item':
      if (item && bank.length > 1) bank.splice(bank.indexOf(item), 1);
      return;
    case 'move item':
      if (item) bank.push(...bank.splice(bank.indexOf(item), 1));
      return;
    case 'add item': {
      const page = pages[made.at % Math.max(1, pages.length)]?.id;
      const [like] = testBank;
      if (!like) return;
      bank.push({ ...like, id: `new-${n}`, critical: false, page, stem: `<p>New ${n}</p>` });
      touched.add(`new-${n}`);
    }
  }
}

function edited(edits: readonly Edit[]): { to: Module; touched: Set<string> } {
  const state: Edited = { pages: [...testModule.pages], bank: [...testBank], touched: new Set() };
  edits.forEach((made, n) => {
    apply(state, made, n);
  });
  const pages = state.pages.map((page) =>
    holds(page, 'quiz')
      ? { ...page, segments: [{ type: 'quiz' as const, draw: 8, bank: state.bank }] }
      : page,
  );
  const to = { ...testModule, version: 2, contentHash: 'hash of the edited', pages };
  return { to, touched: state.touched };
}

const someEdits = fc.array(edit, { maxLength: 12 });

test('for any edits, the refresher asks for exactly the pages that changed or were added, and asks exactly about them', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      const { to, touched } = edited(edits);
      const refresher = refresherOf(testModule, to);
      const toRead = to.pages.filter(({ id }) => touched.has(id)).map(({ id }) => id);
      const items = (quizOf(to)?.bank ?? [])
        .filter((q) => touched.has(q.id) || toRead.includes(q.page ?? ''))
        .map(({ id }) => id);

      const duties = dutiesOf(refresher);
      const asked = duties.flatMap((duty) => (duty.kind === 'quiz' ? [] : duty.pages));
      expect([...asked].sort()).toEqual([...toRead].sort());
      expect(duties.some((duty) => duty.kind === 'commit')).toBe(false);
      for (const duty of duties.filter(({ kind }) => kind === 'scenario')) {
        expect(duty.pages.every((id) => to.pages.some((p) => p.id === id && scenarioOf(p)))).toBe(
          true,
        );
      }

      const quiz = quizOf(refresher);
      expect(quiz?.bank.map(({ id }) => id) ?? []).toEqual(items);
      expect(quiz?.draw ?? 0).toBe(Math.min(8, new Set(items.map(pointOf)).size));
      expect(duties.some((duty) => duty.kind === 'quiz')).toBe(items.length > 0);
    }),
    { numRuns: 300 },
  );
});

test('for any edits, what did not change is there to read as it is, and the minutes are those of what is asked', () => {
  fc.assert(
    fc.property(someEdits, (edits) => {
      const { to } = edited(edits);
      const refresher = refresherOf(testModule, to);
      const withoutQuiz = (pages: Page[]) => pages.filter((page) => !holds(page, 'quiz'));
      expect(withoutQuiz(refresher.pages)).toEqual(withoutQuiz(to.pages));
      expect(refresher.minutes).toBe(minutesAsked(refresher));
    }),
  );
});

test('for any edits, the refresher is complete when all it asks for is done, and not with one thing left out', () => {
  fc.assert(
    fc.property(someEdits, fc.nat(), (edits, pick) => {
      const refresher = refresherOf(testModule, edited(edits).to);
      const duties = dutiesOf(refresher);
      const doneBut = (left: number): Facts => {
        const done = duties.filter((_, n) => n !== left);
        const pages = done.flatMap((duty) => (duty.kind === 'page' ? duty.pages : []));
        const [example] = done.find((duty) => duty.kind === 'scenario')?.pages ?? [];
        const scenario = refresher.pages.find(({ id }) => id === example);
        return {
          knownAlready: false,
          pages,
          scenarios: scenario ? [scenarioOf(scenario)?.id ?? ''] : [],
          attempts: [false, done.some((duty) => duty.kind === 'quiz')],
          committed: false,
        };
      };
      expect(isComplete(refresher, doneBut(-1))).toBe(duties.length > 0);
      if (duties.length > 0) {
        expect(isComplete(refresher, doneBut(pick % duties.length))).toBe(false);
      }
    }),
  );
});

test('an example that did not change does not stand for one that did', () => {
  const { to } = edited([]);
  const reworded = {
    ...to,
    pages: to.pages.map((page) =>
      page.id === 'im-fine' ? { ...page, title: 'Told otherwise' } : page,
    ),
  };
  const refresher = refresherOf(testModule, reworded);
  const done: Facts = {
    ...{ knownAlready: false, pages: [], attempts: [], committed: false },
    scenarios: ['miss-miss'],
  };
  expect(dutiesOf(refresher)).toEqual([{ kind: 'scenario', pages: ['im-fine'] }]);
  expect(isComplete(refresher, done)).toBe(false);
  expect(isComplete(refresher, { ...done, scenarios: ['im-fine'] })).toBe(true);
});

test('another order alone leaves nothing to do, and is told', () => {
  const pages = [...testModule.pages.slice(1, 3), ...testModule.pages.slice(0, 1)];
  const to = {
    ...testModule,
    version: 2,
    contentHash: 'in another order',
    pages: [...pages, ...testModule.pages.slice(3)],
  };
  const changes = changesBetween(testModule, to);
  expect(changes).toMatchObject({ nothingToDo: true, introduction: false, asked: 0, questions: 0 });
  expect(changes.pages).toEqual([
    { id: 'secure-base', title: 'Title of secure-base', change: 'moved' },
  ]);
});
