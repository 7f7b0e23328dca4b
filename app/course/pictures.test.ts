import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../../tests/fixtures/content/broken';
import { copyContent } from '../../tests/fixtures/content/copy-content';
import { openForTest, tiny } from './course-for-test';
import { largestPicture } from './pictures.server';
import { problemsIn } from './problems-for-test';

const png = (more = '') =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(more)]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** The good content with this line on the page about the door, and what writes a file beside it. */
async function contentWith(line: string) {
  const content = await copyContent();
  await content.edit(pages.door, 'A greeting is small.', `${line}\n\nA greeting is small.`);
  const at = (name: string) => path.join(content.dir, 'modules/tiny', name);
  return {
    ...content,
    at,
    put: (name: string, data: Buffer | string) => writeFile(at(name), data),
  };
}

test('a picture beside a page is in the page, and in the version’s hash', async () => {
  const content = await contentWith('![A door](Front-door.PNG)');
  await content.put('Front-door.PNG', png('one'));
  const { course } = await openForTest(content);
  const first = tiny(course);
  const html = JSON.stringify(first.pages[0]);
  expect(html).toContain(`data:image/png;base64,${png('one').toString('base64')}`);
  expect(html).toContain('alt=\\"A door\\"');
  expect(course.states()[0]?.problems).toEqual([]);

  await content.put('Front-door.PNG', png('two'));
  await course.refresh();
  expect(tiny(course).contentHash).not.toBe(first.contentHash);
  expect(JSON.stringify(tiny(course).pages[0])).not.toContain(png('one').toString('base64'));
});

test('a picture is known by what is in it, whatever its name says', async () => {
  const content = await contentWith('![A door](door.jpg)');
  await content.put('door.jpg', `<?xml version="1.0"?>\n<!-- drawn -->\n${svg}`);
  const { course } = await openForTest(content);
  expect(JSON.stringify(tiny(course).pages[0])).toContain('data:image/svg+xml;base64,');
});

test.each([
  ['words', 'not a picture', 'is not a picture that browsers show'],
  ['a page', '<!DOCTYPE html><html><svg></svg></html>', 'is not a picture that browsers show'],
  ['more than a page can carry', png('x'.repeat(largestPicture)), 'takes 151 KB'],
])('%s is refused', async (_what, data, says) => {
  const content = await contentWith('![A door](door.png)');
  await content.put('door.png', data);
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.door, level: 'error', message: expect.stringContaining(says) },
  ]);
});

test('a link to a file elsewhere is no picture', async () => {
  const content = await contentWith('![A door](door.png)');
  const secret = path.join(content.dir, 'elsewhere.png');
  await writeFile(secret, png());
  await symlink(secret, content.at('door.png'));
  expect(await problemsIn(content.dir)).toMatchObject([
    { message: 'the picture “door.png” is not beside this page' },
  ]);
});

test('a picture says in words what it shows, and one that no page shows is pointed out', async () => {
  const content = await contentWith('![](door.png)');
  await content.put('door.png', png());
  await content.put('spare.webp', 'RIFF0000WEBP');
  expect(await problemsIn(content.dir)).toMatchObject([
    { file: pages.door, level: 'error', message: expect.stringContaining('no text') },
    { file: 'modules/tiny/spare.webp', level: 'warning', message: 'no page shows this picture' },
  ]);
});
