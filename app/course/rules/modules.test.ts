import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';
import { copyContent } from '../../../tests/fixtures/content/copy-content';
import { problemsIn } from '../problems-for-test';

const broken: Broken[] = [
  {
    rule: 'ids of questions stand once',
    edits: [[pages.quiz, 'id="how-long"', 'id="which-greeting"']],
    in: pages.quiz,
    line: 'id="which-greeting"',
    says: 'already taken in modules/tiny/10-at-the-door.mdx',
  },
  {
    rule: 'ids of steps stand once',
    edits: [
      [
        pages.late,
        '<Lens who="child">',
        '<Ending id="waits" kind="repaired">\nHe sits.\n</Ending>\n\n<Lens who="child">',
      ],
    ],
    in: pages.late,
    line: '<Ending id="waits"',
    says: 'already taken',
  },
  {
    rule: 'a module has a commitment',
    edits: [[pages.one, '<Commit/>', '']],
    in: pages.index,
    line: '---',
    says: 'has no commitment',
  },
  {
    rule: 'the introduction only introduces',
    edits: [
      [pages.index, 'It touches on', '<Commit/>\n\nIt touches on'],
      [pages.one, '<Commit/>', ''],
    ],
    in: pages.index,
    line: '<Commit/>',
    says: 'stands in the introduction',
  },

  {
    rule: 'there is one commitment',
    edits: [[pages.saw, '<Reflect', '<Commit/>\n\n<Reflect']],
    in: pages.one,
    line: '<Commit',
    says: 'stands in the module twice',
  },
];

test.each(broken)('$rule', expectOneProblem);

test('a page holds one scenario', async () => {
  const content = await copyContent();
  const second = (await content.read(pages.peg)).replace(/^---[\s\S]*?---\n/, '');
  await content.write(pages.late, `${await content.read(pages.late)}${second}`);
  await rm(path.join(content.dir, pages.peg));
  const problems = await problemsIn(content.dir);
  const line = await content.lineOf(pages.late, '<Scenario id="the-wrong-peg"');
  expect(problems).toMatchObject([
    { file: pages.late, line, message: 'the page holds two scenarios' },
  ]);
});

test('a module has an index', async () => {
  const content = await copyContent();
  await rm(path.join(content.dir, pages.index));
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.index, line: 1, message: 'this file is missing' },
  ]);
});

test.each(['Notes.mdx', '40-Late.mdx', '80-quiz.md', '10-door.mdx.txt', 'plan.docx'])(
  'a page is named with a number and an id: %s is not read',
  async (name) => {
    const content = await copyContent();
    await content.write(`modules/tiny/${name}`, 'Anything.');
    expect(await problemsIn(content.dir)).toMatchObject([
      {
        file: `modules/tiny/${name}`,
        line: 1,
        message: 'the file’s name is not that of a page, so it is not read',
      },
    ]);
  },
);

test('a module’s folder is named as its address is to be', async () => {
  const content = await copyContent();
  const at = (name: string) => path.join(content.dir, 'modules', name);
  await rename(at('tiny'), at('Tiny Steps'));
  await content.edit('pathways.yaml', 'module: tiny', 'module: Tiny');
  const problems = await problemsIn(content.dir);
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: 'modules/Tiny Steps/index.mdx',
      line: 1,
      message: 'the name of the module’s folder cannot be its address',
    }),
  );
});

test('a file that was saved in another encoding says so', async () => {
  const content = await copyContent();
  const file = path.join(content.dir, pages.one);
  const text = await content.read(pages.one);
  await writeFile(file, Buffer.from(text.replace('small thing', 'small th\u00edng'), 'latin1'));
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.one, line: 5, message: 'there are letters here that cannot be read' },
  ]);
});

test('a page’s id stands once', async () => {
  const content = await copyContent();
  await content.write('modules/tiny/95-one-thing.mdx', '---\ntitle: Again\n---\n\nAgain.\n');
  expect(await problemsIn(content.dir)).toMatchObject([
    {
      file: 'modules/tiny/95-one-thing.mdx',
      line: 1,
      message: `the id “one-thing” is already taken in ${pages.one}, line 1`,
    },
  ]);
});

test('the files that modules share are there', async () => {
  const content = await copyContent();
  await rm(path.join(content.dir, 'house-style.yaml'));
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: 'house-style.yaml', line: 1, message: 'this file is missing' },
  ]);
});

test('a sources file that cannot be read is one problem, not one for every citation', async () => {
  const content = await copyContent();
  await content.edit('sources.yaml', 'grade: T', 'grade: [T');
  const problems = await problemsIn(content.dir);
  expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set(['sources.yaml']));
});
