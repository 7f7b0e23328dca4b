import { expect, test } from 'vitest';
import { copyContent } from '../../tests/fixtures/content/copy-content';
import { readPractices } from './practices.server';

test('the lists that come with Attune can be read', async () => {
  const { lists, problems } = await readPractices('content');
  expect(problems).toEqual([]);
  expect(lists?.practices.length).toBeGreaterThan(10);
});

test.each([
  ['title: Do it again', 'titel: Do it again', 'is not something that can be said here'],
  ['id: leave-it', 'id: again', 'give it another id'],
  ['theme: noticing', 'theme: nothing', 'there is no theme “nothing”'],
  ['id: leave-it', 'id: Leave It', 'small letters'],
])('“%s” written as “%s” is named with its line and how to mend it', async (from, to, words) => {
  const copy = await copyContent();
  const text = await copy.read('practices.yaml');
  await copy.write('practices.yaml', text.replace(from, to));
  const { lists, problems } = await readPractices(copy.dir);
  expect(lists).toBeNull();
  const said = problems.map(({ message, mend }) => `${message}; ${mend}`);
  expect(said.join('\n')).toContain(words);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  expect(problems.map((problem) => problem.line)).toContain(line);
});

test('without the file nothing breaks, and the problem says so', async () => {
  const { lists, problems } = await readPractices('no/such/folder');
  expect(lists).toBeNull();
  expect(problems[0]?.message).toContain('missing');
});
