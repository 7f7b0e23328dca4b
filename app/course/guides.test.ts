import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Broken, expectOneProblem } from '../../tests/fixtures/content/broken';
import { copyContent } from '../../tests/fixtures/content/copy-content';
import { openForTest } from './course-for-test';
import { problemsIn } from './problems-for-test';

const file = 'guides/a-quiet-minute.mdx';

const broken: Broken[] = [
  {
    rule: 'a guide says in a line what it is for',
    edits: [[file, 'summary: Where to sit down for a minute, and whom to talk to.\n', '']],
    in: file,
    line: 'title:',
    says: '“summary” is missing',
  },
  {
    rule: 'a guide is for learners or for leads',
    edits: [[file, 'audience: learners', 'audience: everyone']],
    in: file,
    line: 'audience:',
    says: '“audience” cannot be used as it is',
  },
  {
    rule: 'a guide begins with its title',
    edits: [
      [
        file,
        '---\ntitle: A quiet minute\nsummary: Where to sit down for a minute, and whom to talk to.\naudience: learners\n---\n\n',
        '',
      ],
    ],
    in: file,
    says: 'does not begin with its title',
  },
  {
    rule: 'a guide carries no code',
    edits: [[file, 'Sit down for a minute, and', 'Sit down for {1 + 1} minutes, and']],
    in: file,
    line: '{1 + 1}',
    says: 'program code',
  },
  {
    rule: 'a refused word is refused in a guide’s summary',
    edits: [[file, 'whom to talk to.\n', 'whom to tell of naughty days.\n']],
    in: file,
    says: '“naughty” is refused',
  },
  {
    rule: 'a guide asks nothing',
    edits: [[file, '<Card', '<Commit/>\n\n<Card']],
    in: file,
    line: '<Commit',
    says: '<Commit> stands on a page where nobody can answer it',
  },
  {
    rule: 'what a guide cites is there',
    edits: [[file, 's="carter-2018"', 's="carter"']],
    in: file,
    line: 's="carter"',
    says: 'source “carter”',
  },
];

test.each(broken)('$rule', expectOneProblem);

test('a guide is named as its address is to be', async () => {
  const content = await copyContent();
  await content.write('guides/Quiet Minute.mdx', await content.read(file));
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: 'guides/Quiet Minute.mdx', line: 1, level: 'error' },
  ]);
});

test('what only leads read may be harder to read', async () => {
  const content = await copyContent();
  await content.edit(file, 'and drink some water', 'considering responsibilities individually');
  await content.edit('house-style.yaml', 'minimum: 55', 'minimum: 90\n  leads: 20');
  const aboutGuide = async () =>
    (await problemsIn(content.dir)).filter((problem) => problem.file === file);
  expect(await aboutGuide()).toMatchObject([{ message: expect.stringContaining('below the 90') }]);
  await content.edit(file, 'audience: learners', 'audience: leads');
  expect(await aboutGuide()).toEqual([]);
});

test('a guide is served with the numbers and the list of what it cites', async () => {
  const { course } = await openForTest(await copyContent());
  const guide = course.guide('a-quiet-minute');
  expect(course.guides()).toEqual([guide]);
  expect(guide).toMatchObject({ title: 'A quiet minute', audience: 'learners' });
  expect(guide?.segments.map((segment) => segment.type)).toEqual(['prose', 'card']);
  expect(guide?.references.map(({ id, number }) => [id, number])).toEqual([['carter-2018', 1]]);
  expect(course.guide('another')).toBeNull();
});

test('the last good guide is served while the newest edit is broken, after a restart too', async () => {
  const content = await copyContent();
  const { course, dataDir } = await openForTest(content);
  const before = course.guide('a-quiet-minute');
  await content.edit(file, 'Sit down for a minute, and', 'Sit down <5 minutes, and');
  await course.refresh();
  expect(course.guide('a-quiet-minute')).toEqual(before);
  const { course: restarted } = await openForTest(content, { dataDir });
  expect(restarted.guide('a-quiet-minute')).toEqual(before);
  expect(restarted.module('tiny')).not.toBeNull();
  await rm(path.join(content.dir, file));
  await restarted.refresh();
  expect(restarted.guides()).toEqual([]);
});
