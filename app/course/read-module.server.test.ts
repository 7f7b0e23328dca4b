import { expect, test } from 'vitest';
import { pages } from '../../tests/fixtures/content/broken';
import { copyContent } from '../../tests/fixtures/content/copy-content';
import { problemsIn } from './problems-for-test';

test('what editors and computers leave in a folder by themselves is passed over', async () => {
  const content = await copyContent();
  for (const name of [
    '~$index.mdx',
    '~$10-at-the-door.mdx',
    'Thumbs.db',
    'desktop.ini',
    '.DS_Store',
  ]) {
    await content.write(`modules/tiny/${name}`, 'anything');
  }
  await content.write('modules/tiny/10-at-the-door.mdx~', 'anything');
  expect(await problemsIn(content.dir)).toEqual([]);
  await content.write('modules/tiny/notes.docx', 'anything');
  expect(await problemsIn(content.dir)).toMatchObject([{ file: 'modules/tiny/notes.docx' }]);
});

test('a right answer may be marked with a capital X', async () => {
  const content = await copyContent();
  await content.edit(pages.door, '- [x] A short, warm', '- [X] A short, warm');
  expect(await problemsIn(content.dir)).toEqual([]);
});
