import { expect, test } from 'vitest';
import { builtInFolder } from '~/course/folders';
import { readLibrary } from '~/course/read-library.server';
import { coveredInWords } from './covered';

test('what a module covers is said by the titles of the frameworks as they are written', async () => {
  const { frameworks } = await readLibrary(builtInFolder('content'));
  const [covered] = coveredInWords({ 'nice-ng26': ['support'] }, [...frameworks.values()]);
  expect(covered).toEqual({
    framework: 'NICE guideline NG26, children’s attachment: what training for schools covers',
    topics: ['How to support children and young people with attachment difficulties'],
  });
});

test('what is no longer written keeps its id', () => {
  const frameworks = [{ id: 'here', title: 'Here', topics: [{ id: 'one', title: 'One' }] }];
  expect(coveredInWords({ here: ['one', 'gone'], gone: ['two'] }, frameworks)).toEqual([
    { framework: 'Here', topics: ['One', 'gone'] },
    { framework: 'gone', topics: ['two'] },
  ]);
});
