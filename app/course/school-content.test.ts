import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  type ContentCopy,
  copyContent,
  schoolContent,
  temporaryFolder,
} from '../../tests/fixtures/content/copy-content';
import { openForTest } from './course-for-test';
import { problemsIn } from './problems-for-test';

const door = 'modules/our-door/10-at-the-door.mdx';

async function school(slug?: string, title?: string) {
  const dir = await schoolContent(slug, title);
  return { dir, write: (file: string, text: string) => writeFile(path.join(dir, file), text) };
}

async function schoolProblems(content: ContentCopy, dir: string) {
  return problemsIn(content.dir, '2026-02-01', dir);
}

test('a school’s own module is served beside those that came with Attune', async () => {
  const { dir } = await school();
  const { course } = await openForTest(await copyContent(), { schoolContentDir: dir });
  expect(course.states().map(({ slug, origin, problems }) => ({ slug, origin, problems }))).toEqual(
    [
      { slug: 'tiny', origin: 'attune', problems: [] },
      { slug: 'our-door', origin: 'school', problems: [] },
    ],
  );
  expect(course.module('our-door')?.origin).toBe('school');
  expect(course.module('tiny')?.origin).toBe('attune');
});

test('it cites what came with Attune, and what the school adds', async () => {
  const content = await copyContent();
  const { dir, write } = await school();
  const page = path.join(dir, door);
  const text = await readFile(page, 'utf8');
  await writeFile(page, text.replace('s="bell-2020"', 's="our-survey"'));
  expect(await schoolProblems(content, dir)).toMatchObject([
    { file: `school/${door}`, line: 16, message: expect.stringContaining('our-survey') },
  ]);
  await write(
    'sources.yaml',
    '- id: our-survey\n  citation: "Our survey (2026)."\n  grade: C\n  checked: 2026-01-10\n  reviewBy: 2099-01-10\n',
  );
  expect(await schoolProblems(content, dir)).toEqual([]);
  const { course } = await openForTest(content, { schoolContentDir: dir });
  expect(course.module('our-door')?.sources.map(({ id }) => id)).toContain('our-survey');
  expect(course.module('tiny')?.sources.map(({ id }) => id)).not.toContain('our-survey');
});

test('a source that came with Attune is not written over', async () => {
  const content = await copyContent();
  const { dir, write } = await school();
  await write(
    'sources.yaml',
    '\n- id: bell-2020\n  citation: "Another Bell."\n  grade: A\n  checked: 2026-01-10\n  reviewBy: 2099-01-10\n',
  );
  expect(await schoolProblems(content, dir)).toEqual([
    {
      file: 'school/sources.yaml',
      line: 2,
      level: 'error',
      message: 'the id “bell-2020” of this source came with Attune already (sources.yaml, line 1)',
      mend: 'use that one, or give yours another id',
    },
  ]);
  const { course } = await openForTest(content, { schoolContentDir: dir });
  expect(course.modules().map(({ slug }) => slug)).toEqual(['tiny']);
  expect(JSON.stringify(course.module('tiny')?.sources)).toContain('Small greetings');
});

test('a slug that came with Attune is refused in words, and Attune’s own stays', async () => {
  const content = await copyContent();
  const { dir } = await school('tiny', 'A good start to the day');
  expect(await schoolProblems(content, dir)).toMatchObject([
    {
      file: 'school/modules/tiny/index.mdx',
      line: 1,
      message: expect.stringContaining('has the address “tiny” already'),
      mend: expect.stringContaining('another name'),
    },
  ]);
  const { course } = await openForTest(content, { schoolContentDir: dir });
  expect(course.states()).toMatchObject([
    { slug: 'tiny', origin: 'attune', served: { origin: 'attune' }, problems: [{ line: 1 }] },
  ]);
});

test('a fault in a school’s files leaves what came with Attune alone, and not the other way', async () => {
  const content = await copyContent();
  const { dir, write } = await school();
  await write('facts.yaml', '- id: [');
  const { course, dataDir } = await openForTest(content, { schoolContentDir: dir });
  expect(course.modules().map(({ slug }) => slug)).toEqual(['tiny']);
  await rm(path.join(dir, 'facts.yaml'));
  await course.refresh();
  expect(course.modules()).toHaveLength(2);
  await content.edit('sources.yaml', 'grade: T', 'grade: [T');
  const { course: restarted } = await openForTest(content, { schoolContentDir: dir, dataDir });
  expect(restarted.modules()).toEqual(course.modules());
  expect(restarted.states().every(({ problems }) => problems.length > 0)).toBe(true);
});

test('a school adds names to cast, and no refused words', async () => {
  const content = await copyContent();
  const { dir, write } = await school();
  await write(
    'house-style.yaml',
    'casting:\n  names:\n    - { name: Ottilie, gender: girl, heritage: German }\n',
  );
  expect(await schoolProblems(content, dir)).toEqual([]);
  await write('house-style.yaml', 'words: []\n');
  expect((await schoolProblems(content, dir)).map(({ file, message }) => [file, message])).toEqual([
    ['school/house-style.yaml', '“casting” is missing'],
    ['school/house-style.yaml', '“words” is not something that can be said here'],
  ]);
});

test('a title that another module has is an error for the school’s own, and never for Attune’s', async () => {
  const content = await copyContent();
  const { dir, write } = await school('our-door', 'A  good start to the Day');
  const index = 'school/modules/our-door/index.mdx';
  expect(await schoolProblems(content, dir)).toEqual([
    {
      file: index,
      line: 2,
      level: 'error',
      message:
        'a module “tiny” that came with Attune has the title “A  good start to the Day” too, so staff could not tell the two apart',
      mend: 'give “our-door” another title',
    },
  ]);
  const { course } = await openForTest(content, { schoolContentDir: dir });
  expect(course.modules().map(({ slug }) => slug)).toEqual(['tiny']);

  const text = await readFile(path.join(dir, 'modules/our-door/index.mdx'), 'utf8');
  await write('modules/our-door/index.mdx', text.replace(/^title: .*$/m, 'title: Our door'));
  await cp(path.join(dir, 'modules/our-door'), path.join(dir, 'modules/our-hall'), {
    recursive: true,
  });
  expect((await schoolProblems(content, dir)).map(({ file, mend }) => [file, mend])).toEqual([
    [index, 'give “our-door” another title'],
    ['school/modules/our-hall/index.mdx', 'give “our-hall” another title'],
  ]);
});

test('a school’s folder may still be empty, and must be there', async () => {
  const content = await copyContent();
  const dir = await temporaryFolder();
  const { course } = await openForTest(content, { schoolContentDir: dir });
  expect(course.modules()).toHaveLength(1);
  const missing = path.join(dir, 'missing');
  await expect(openForTest(content, { schoolContentDir: missing })).rejects.toThrow(
    'SCHOOL_CONTENT_DIR',
  );
});

test('a school’s folder is watched', async () => {
  const dir = await temporaryFolder();
  const { course } = await openForTest(await copyContent(), { schoolContentDir: dir, watch: true });
  const copy = await schoolContent('ours');
  await cp(path.join(copy, 'modules'), path.join(dir, 'modules'), { recursive: true });
  const seen = () => course.module('ours') !== null;
  await vi.waitUntil(seen, { timeout: 10_000, interval: 100 });
  expect(seen()).toBe(true);
});
