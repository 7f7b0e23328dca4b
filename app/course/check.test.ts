import { expect, test } from 'vitest';
import { goodContent } from '../../tests/fixtures/content/copy-content';
import { problemsIn } from './problems-for-test';

test('the good content has nothing wrong with it', async () => {
  expect(await problemsIn(goodContent)).toEqual([]);
});

test('what is to be reviewed is asked of the day given', async () => {
  const problems = await problemsIn(goodContent, '2100-01-01');
  expect(problems.map((problem) => problem.level)).not.toContain('error');
  expect(problems.map((problem) => problem.file)).toContain('modules/tiny/index.mdx');
  expect(problems.map((problem) => problem.file)).toContain('frameworks/example-standard.yaml');
});
