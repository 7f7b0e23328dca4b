import { rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';
import { copyContent } from '../../../tests/fixtures/content/copy-content';
import { openForTest, tiny } from '../course-for-test';
import { problemsIn } from '../problems-for-test';

const watching = 'You find out by watching what they do next.';
const linked = (url: string): [string, string, string] => [
  pages.door,
  watching,
  `You find out [like this](${url}).`,
];

const broken: Broken[] = [
  {
    rule: 'a page that is named is there',
    edits: [linked('what-they-saw')],
    in: pages.door,
    line: 'like this',
    says: 'the link “/learn/tiny/what-they-saw” leads to a page that is not there',
  },
  {
    rule: 'a module that is named is there',
    edits: [linked('/learn/small/what-you-saw#seen')],
    in: pages.door,
    line: 'like this',
    says: '“/learn/small/what-you-saw” leads to a page that is not there',
  },
  {
    rule: 'a guide that is named is there',
    edits: [linked('/guide/a-loud-minute')],
    in: pages.door,
    line: 'like this',
    says: '“/guide/a-loud-minute” leads to a page that is not there',
  },
  {
    rule: 'a choice stands in a step',
    edits: [linked('#settles')],
    in: pages.door,
    line: 'like this',
    says: 'the link “#settles” leads to no place in this page',
  },
  {
    rule: 'a page of the site that is not known is worth a look',
    edits: [linked('/old-privacy')],
    in: pages.door,
    line: 'like this',
    says: '“/old-privacy” leads to a page that is not known here',
    level: 'warning',
  },
];

test.each(broken)('$rule', expectOneProblem);

test.each(['what-you-saw', '/learn/tiny', '/learn/tiny/quiz', '/guide/a-quiet-minute', '/privacy'])(
  'a link may lead to %s',
  async (url) => {
    const content = await copyContent();
    await content.edit(...linked(url));
    expect(await problemsIn(content.dir)).toEqual([]);
  },
);

test('a page beside this one is linked by its whole address', async () => {
  const content = await copyContent();
  await content.edit(...linked('what-you-saw'));
  const { course } = await openForTest(content);
  expect(JSON.stringify(tiny(course).pages[0])).toContain('href=\\"/learn/tiny/what-you-saw\\"');
});

test('when a page is renamed, what leads to it from elsewhere is found at once', async () => {
  const content = await copyContent();
  const { course } = await openForTest(content);
  const at = (name: string) => path.join(content.dir, 'modules/tiny', name);
  await rename(at('10-at-the-door.mdx'), at('10-at-the-gate.mdx'));
  await course.refresh();
  expect(JSON.stringify(course.guide('a-quiet-minute'))).toContain('/learn/tiny/at-the-door');
  expect((await problemsIn(content.dir)).map((problem) => problem.message)).toContain(
    'the link “/learn/tiny/at-the-door” leads to a page that is not there',
  );
});
