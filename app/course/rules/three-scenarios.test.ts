import { expect, test } from 'vitest';
import { pages } from '../../../tests/fixtures/content/broken';
import { type ContentCopy, copyContent } from '../../../tests/fixtures/content/copy-content';
import { problemsIn } from '../problems-for-test';

const third = 'modules/tiny/40-the-last-coat.mdx';
const last = '- [“Too fast. Whose is it?”](#pegs-sorted "repairs")\n';
const sent = '- [Send them both to the carpet](#both-sit "holds")\n';

/** The good module with a third scenario, in which kindness is not offered at first. */
async function withThree(): Promise<ContentCopy> {
  const content = await copyContent();
  await content.write(
    third,
    (await content.read(pages.peg)).replace('<Scenario id="the-wrong-peg"', '<Scenario id="coat"'),
  );
  await content.edit(
    third,
    'Let us look.”](#pegs-sorted "connects")',
    'Let us look.”](#coat-moved "holds")',
  );
  await content.edit(third, '“I moved that too fast. Whose is it?”', '“Too fast. Whose is it?”');
  await content.edit(
    pages.peg,
    '“I moved that too fast. Whose is it?”',
    '“Too fast. Whose is it?”',
  );
  await content.edit(third, last + sent, sent + last);
  return content;
}

test('three scenarios may be in order', async () => {
  expect(await problemsIn((await withThree()).dir)).toEqual([]);
});

test('with three scenarios, a module says who is cast as what', async () => {
  const content = await withThree();
  await content.edit(pages.index, 'cast:\n  thrives: [Ada, Sam]\n', '');
  expect(await problemsIn(content.dir)).toMatchObject([
    {
      file: pages.index,
      line: 1,
      message: expect.stringContaining('has 3 scenarios and does not'),
    },
  ]);
});

test('with three scenarios, kindness is once missing or not enough', async () => {
  const content = await withThree();
  await content.edit(
    third,
    'Let us look.”](#coat-moved "holds")',
    'Let us look.”](#pegs-sorted "repairs")',
  );
  await content.edit(third, 'Your peg has a coat on it. Let us look.', 'Your peg has a coat.');
  const line = await content.lineOf(pages.late, '<Scenario');
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.late, line, message: expect.stringContaining('it always works') },
  ]);
  await content.edit(
    third,
    '“Your peg has a coat.”](#pegs-sorted "repairs")',
    '“Your peg has a coat.”](#coat-moved "connects")',
  );
  expect(await problemsIn(content.dir)).toEqual([]);
});

test('the kind choice is not the longest in most steps', async () => {
  const content = await withThree();
  await content.edit(third, '“Too fast. Whose is it?”', '“I moved that too fast. Whose is it?”');
  const line = await content.lineOf(pages.late, '<Step id="stares">');
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.late, line, message: expect.stringContaining('is the longest in 4 of 6 steps') },
  ]);
});

test('the kind choice is not at one place in most steps', async () => {
  const content = await withThree();
  await content.edit(pages.peg, last + sent, sent + last);
  await content.edit(
    pages.late,
    '- [Point at the page, and smile](#settles "connects")\n- [Let him work it out](#stands-by-peg "avoids")',
    '- [Let him work it out](#stands-by-peg "avoids")\n- [Point at the page, and smile](#settles "connects")',
  );
  const line = await content.lineOf(pages.late, '<Step id="sam-arrives">');
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.late, line, message: expect.stringContaining('is the last in 4 of 6 steps') },
  ]);
});
