import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ContentCopy, copyContent } from '../../tests/fixtures/content/copy-content';
import { openForTest, tiny } from './course-for-test';
import { whatChanged } from './what-changed';

const page = (name: string) => `modules/tiny/${name}.mdx`;
const door = page('10-at-the-door');
const saw = page('20-what-you-saw');
const late = page('30-late-again');
const quiz = page('80-quiz');

/** What a learner of the good module would find after this edit, without what stayed. */
async function afterEdit(edit: (content: ContentCopy) => Promise<void>) {
  const content = await copyContent();
  const { course } = await openForTest(content);
  const before = tiny(course);
  await edit(content);
  await course.refresh();
  expect(course.states()[0]?.problems).toEqual([]);
  const { pages, ...rest } = whatChanged(before, tiny(course));
  return {
    ...rest,
    pages: pages
      .filter(({ change }) => change !== 'unchanged')
      .map(({ id, change }) => [id, change]),
  };
}

const nothing = { introduction: false, pages: [], removed: [], items: [] };
const ofDoor = ['name-first', 'head-down', 'how-long', 'after-a-slip', 'which-greeting-fits'];

test('a page that reads otherwise is shown, and its items are asked', async () => {
  const found = await afterEdit((c) =>
    c.edit(door, 'A greeting is small.', 'A greeting is brief.'),
  );
  expect(found).toEqual({
    ...nothing,
    pages: [['at-the-door', 'changed']],
    items: ofDoor.map((id) => ({ id, why: 'page' })),
  });
});

test('a source cited first on one page changes that page alone, though others are numbered anew', async () => {
  const found = await afterEdit((c) =>
    c.edit(door, 'A greeting is small.', 'A greeting is small. <Cite s="carter-2018"/>'),
  );
  expect(found.pages).toEqual([['at-the-door', 'changed']]);
});

test('a fact’s new figure and a source’s new grade change the pages that show them', async () => {
  const figure = await afterEdit((c) => c.edit('facts.yaml', '412 schools', '420 schools'));
  expect(figure.pages).toEqual([['at-the-door', 'changed']]);
  const grade = await afterEdit((c) => c.edit('sources.yaml', 'grade: T', 'grade: C'));
  expect(grade.pages).toEqual([['what-you-saw', 'changed']]);
});

test('an emphasis, an empty line or another order of options changes nothing', async () => {
  const found = await afterEdit(async (c) => {
    await c.edit(door, 'A greeting is small.', 'A greeting is *small*.\n');
    const first = '- [ ] About five minutes each\n  > Nobody has that at ten to nine.\n';
    const second = '- [x] A few seconds each\n  > Yes. It is small and it is often.\n';
    await c.edit(quiz, first + second, second + first);
  });
  expect(found).toEqual(nothing);
});

test('an item with a new explanation is asked; one with a new name is not', async () => {
  const found = await afterEdit(async (c) => {
    await c.edit(quiz, '> Nobody has that at ten to nine.', '> Nobody has that at nine.');
    await c.edit(quiz, 'id="name-first"', 'id="name-at-first"');
  });
  expect(found).toEqual({ ...nothing, items: [{ id: 'how-long', why: 'changed' }] });
});

test('a check, a card and a scenario are part of their page', async () => {
  const check = await afterEdit((c) => c.edit(door, '> A prize is pleasant', '> A prize is nice'));
  expect(check.pages).toEqual([['at-the-door', 'changed']]);
  const card = await afterEdit((c) => c.edit(saw, 'Swap, and say', 'Change, and say'));
  expect(card.pages).toEqual([['what-you-saw', 'changed']]);
  const led = await afterEdit((c) =>
    c.edit(late, 'work it out](#stands-by-peg "avoids")', 'work it out](#stares "avoids")'),
  );
  expect(led.pages).toEqual([['late-again', 'changed']]);
});

test('steps under other names, in another order, are the same scenario', async () => {
  const found = await afterEdit(async (c) => {
    const text = (await c.read(late))
      .replaceAll('#waits', '#hums')
      .replace('id="waits"', 'id="hums"');
    const [stares] = /<Step id="stares">[\s\S]*?<\/Step>\n\n/.exec(text) ?? [''];
    await c.write(
      late,
      text.replace(stares, '').replace('<Ending id="settles"', `${stares}<Ending id="settles"`),
    );
  });
  expect(found).toEqual(nothing);
});

test('a page in another place is moved; a page that is now required is to be read', async () => {
  const moved = await afterEdit(async (c) => {
    const at = (name: string) => path.join(c.dir, 'modules/tiny', name);
    await rename(at('20-what-you-saw.mdx'), at('36-what-you-saw.mdx'));
    expect(await readdir(at(''))).toContain('36-what-you-saw.mdx');
  });
  expect(moved).toEqual({ ...nothing, pages: [['what-you-saw', 'moved']] });
  const required = await afterEdit((c) =>
    c.edit(page('35-the-wrong-peg'), 'required: false\n', ''),
  );
  expect(required.pages).toEqual([['the-wrong-peg', 'changed']]);
});

test('new outcomes and a new introduction are told', async () => {
  const outcome = await afterEdit((c) =>
    c.edit(page('index'), '  - Pass on a worry', '  - Bring a worry'),
  );
  expect(outcome).toEqual({ ...nothing, introduction: true });
  const text = await afterEdit((c) => c.edit(page('index'), 'and it counts.', 'and it matters.'));
  expect(text).toEqual({ ...nothing, introduction: true });
});
