import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyContent } from '../tests/fixtures/content/copy-content';

const root = path.resolve(import.meta.dirname, '..');

function check(dir: string) {
  const done = spawnSync('npx', ['tsx', 'scripts/check-content.ts', dir], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: done.status, lines: done.stdout.trim().split('\n') };
}

test('good content passes, and each module is described in one line', async () => {
  const { dir } = await copyContent();
  const { code, lines } = check(dir);
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^tiny: A good start to the day: 6 pages, \d+ words, 12 minutes, 16 items, 2 scenarios, 7 endings, 3 sources \(1 B, 1 C, 1 T\), reading ease \d+, passes$/,
  );
}, 60_000);

test('a problem is printed as file:line: what is wrong; how to mend it, and ends with 1', async () => {
  const content = await copyContent();
  await content.edit('modules/tiny/80-quiz.mdx', 'draw={5}', 'draw={7}');
  await content.edit('facts.yaml', 'reviewBy: 2099-09-01', 'reviewBy: 2020-01-01');
  const { code, lines } = check(content.dir);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(
    /facts\.yaml:1: warning: “schools-counted” was to be reviewed by 2020-01-01; /,
  );
  expect(lines[1]).toBe(
    `${content.dir}/modules/tiny/80-quiz.mdx:5: the bank has 12 questions, under twice the 7 that are drawn; add questions until there are 14, or draw fewer`,
  );
  expect(lines[2]).toMatch(/a draft, with 1 error$/);
}, 60_000);

test('warnings alone pass', async () => {
  const content = await copyContent();
  await content.edit('facts.yaml', 'reviewBy: 2099-09-01', 'reviewBy: 2020-01-01');
  expect(check(content.dir).code).toBe(0);
}, 60_000);

test('a folder that is not there is an error in words', () => {
  expect(check('/nowhere/at/all').code).toBe(1);
}, 60_000);
