import { expect, test } from 'vitest';
import { copyContent } from '../../tests/fixtures/content/copy-content';
import { openForTest } from './course-for-test';

test('nothing is overdue before its day, nor on it', async () => {
  const { course } = await openForTest(await copyContent());
  expect(course.needsReview('2026-02-01')).toEqual([]);
  expect(course.needsReview('2099-01-01')).toEqual([]);
});

test('what is overdue is listed with where it stands and what rests on it, longest overdue first', async () => {
  const content = await copyContent();
  await content.edit('facts.yaml', 'reviewBy: 2099-09-01', 'reviewBy: 2026-01-05');
  await content.edit('modules/tiny/index.mdx', 'reviewBy: 2099-01-01', 'reviewBy: 2026-01-20');
  await content.write(
    'sources.yaml',
    `${await content.read('sources.yaml')}
- id: unused-2001
  citation: "Unused (2001)."
  grade: C
  checked: 2000-01-10
  reviewBy: 2002-01-10
`,
  );
  const { course } = await openForTest(content);
  const line = await content.lineOf('modules/tiny/index.mdx', 'reviewBy');
  expect(course.needsReview('2026-02-01')).toEqual([
    expect.objectContaining({ kind: 'source', id: 'unused-2001', usedIn: [] }),
    {
      kind: 'fact',
      id: 'schools-counted',
      title: '412 schools',
      reviewBy: '2026-01-05',
      file: 'facts.yaml',
      line: 1,
      usedIn: ['tiny', 'a-quiet-minute'],
    },
    {
      kind: 'module',
      id: 'tiny',
      title: 'A good start to the day',
      reviewBy: '2026-01-20',
      file: 'modules/tiny/index.mdx',
      line,
      usedIn: ['tiny'],
    },
  ]);
});
