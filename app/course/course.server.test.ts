import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  type ContentCopy,
  copyContent,
  dataFolder,
} from '../../tests/fixtures/content/copy-content';
import { archive } from './archive.server';
import { openForTest, tiny } from './course-for-test';

const page = 'modules/tiny/90-one-thing.mdx';
const now = () => new Date('2026-02-01T09:00:00Z');

const open = (content: ContentCopy, dataDir: string, options: { watch?: boolean } = {}) =>
  openForTest(content, { ...options, dataDir });

async function openGood() {
  const content = await copyContent();
  const dataDir = await dataFolder();
  return { content, ...(await open(content, dataDir)) };
}

test('a module that passes is served whole, from memory, in typed segments', async () => {
  const { course } = await openGood();
  const module = tiny(course);
  expect(course.modules()).toEqual([module]);
  expect(course.states()).toEqual([
    {
      slug: 'tiny',
      origin: 'attune',
      title: 'A good start to the day',
      served: module,
      draft: module,
      problems: [],
    },
  ]);
  expect(module.pages.map(({ id, required, minutes }) => ({ id, required, minutes }))).toEqual([
    { id: 'at-the-door', required: true, minutes: 2 },
    { id: 'what-you-saw', required: true, minutes: 2 },
    { id: 'late-again', required: true, minutes: 4 },
    { id: 'the-wrong-peg', required: false, minutes: 4 },
    { id: 'quiz', required: true, minutes: 3 },
    { id: 'one-thing', required: true, minutes: 2 },
  ]);
  expect(module.pages.flatMap((p) => p.segments.map((segment) => segment.type))).toEqual([
    'check',
    'prose',
    'check',
    'prose',
    'check',
    'check',
    'reflect',
    'card',
    'scenario',
    'scenario',
    'quiz',
    'prose',
    'commit',
  ]);
  expect(module.sources.map((source) => source.id)).toEqual([
    'bell-2020',
    'register-2025',
    'carter-2018',
  ]);
  expect(module.facts.map((fact) => fact.id)).toEqual(['schools-counted']);
  expect(module.contentHash).toMatch(/^[0-9a-f]{64}$/);
});

test('a broken edit is a draft with its problems, and learners keep what passed before', async () => {
  const { content, course } = await openGood();
  const before = tiny(course);
  await content.edit(page, 'small thing', 'small naughty thing');
  await course.refresh();
  expect(course.module('tiny')).toEqual(before);
  const [state] = course.states();
  expect(state?.problems).toMatchObject([{ file: page, line: 5, level: 'error' }]);
  expect(JSON.stringify(state?.draft)).toContain('small naughty thing');
  expect(course.version(state?.draft?.contentHash ?? '')).toBeNull();
  await content.edit(page, 'small naughty thing', 'small kind thing');
  await course.refresh();
  expect(JSON.stringify(course.module('tiny'))).toContain('small kind thing');
});

test('a module that never passed is not served', async () => {
  const content = await copyContent();
  await content.edit(page, 'small thing', 'small naughty thing');
  const { course } = await open(content, await dataFolder());
  expect(course.modules()).toEqual([]);
  expect(course.module('tiny')).toBeNull();
  expect(course.states()).toMatchObject([{ slug: 'tiny', served: null }]);
});

test('a draft that carries code is previewed without the page that carries it', async () => {
  const content = await copyContent();
  await content.edit(page, 'small thing', 'small {globalThis.ran = true} thing');
  const { course } = await open(content, await dataFolder());
  expect('ran' in globalThis).toBe(false);
  const draft = course.states()[0]?.draft;
  expect(draft?.pages.at(-1)?.segments).toEqual([
    {
      type: 'prose',
      html: '<p>This page cannot be shown until what is wrong with it is mended.</p>',
    },
  ]);
  expect(draft?.pages[0]?.segments).toHaveLength(3);
});

test('the last good version is served after a restart', async () => {
  const { content, dataDir, course } = await openGood();
  const before = tiny(course);
  await content.edit(page, 'small thing', 'small <5 thing');
  const { course: restarted } = await open(content, dataDir);
  expect(restarted.module('tiny')).toEqual(before);
});

test('a process that missed a good edit serves it, once the next one is broken', async () => {
  const { content, dataDir, course: first } = await openGood();
  const { course: second } = await open(content, dataDir);
  await content.edit(page, 'small thing', 'small new thing');
  await first.refresh();
  await content.edit(page, 'small new thing', 'small <5 thing');
  await second.refresh();
  expect(second.module('tiny')).toEqual(first.module('tiny'));
  expect(JSON.stringify(second.module('tiny'))).toContain('small new thing');
});

test('a last good version that was tampered with or cut short is not served', async () => {
  const { content, dataDir } = await openGood();
  const file = path.join(dataDir, 'last-good', 'tiny.json');
  await content.edit(page, 'small thing', 'small <5 thing');
  await writeFile(file, '{"format":1,"module":{"slug":"tiny","contentHash":"0"}}');
  expect((await open(content, dataDir)).course.module('tiny')).toBeNull();
  await writeFile(file, '{"format":1,"mod');
  expect((await open(content, dataDir)).course.module('tiny')).toBeNull();
});

test('one broken module leaves the others alone', async () => {
  const content = await copyContent();
  const other = 'modules/other/index.mdx';
  await import('node:fs/promises').then(({ mkdir }) =>
    mkdir(path.join(content.dir, 'modules/other')),
  );
  await content.write(other, '---\ntitle: [\n---\n\n<5\n');
  const { course } = await open(content, await dataFolder());
  expect(course.modules().map((module) => module.slug)).toEqual(['tiny']);
  expect(course.states().map((state) => [state.slug, state.served === null])).toEqual([
    ['tiny', false],
    ['other', true],
  ]);
});

test('a shared file that breaks keeps every module as it was', async () => {
  const { content, course } = await openGood();
  const before = tiny(course);
  await content.edit('sources.yaml', 'grade: T', 'grade: [T');
  await course.refresh();
  expect(course.module('tiny')).toEqual(before);
  expect(course.states()[0]?.problems[0]).toMatchObject({ file: 'sources.yaml' });
});

test('a pathway that is wrong closes no module', async () => {
  const { content, course } = await openGood();
  await content.edit('pathways.yaml', 'module: tiny', 'module: tinny');
  await course.refresh();
  expect(course.states()[0]?.problems).toEqual([]);
});

test('a module whose folder is gone is gone', async () => {
  const { content, course } = await openGood();
  await rm(path.join(content.dir, 'modules/tiny'), { recursive: true });
  await course.refresh();
  expect(course.modules()).toEqual([]);
});

test('when the content folder cannot be read again, what was read stays', async () => {
  const { content, course } = await openGood();
  await rm(path.join(content.dir, 'modules'), { recursive: true });
  await course.refresh();
  expect(course.modules()).toHaveLength(1);
});

test('a content folder without modules is refused in words', async () => {
  const content = await copyContent();
  await rm(path.join(content.dir, 'modules'), { recursive: true });
  await expect(open(content, await dataFolder())).rejects.toThrow('CONTENT_DIR');
});

test('content is read again when a file changes', async () => {
  const content = await copyContent();
  const { course } = await open(content, await dataFolder(), { watch: true });
  await content.edit(page, 'small thing', 'small watched thing');
  const seen = () => JSON.stringify(course.module('tiny')).includes('watched');
  await vi.waitUntil(seen, { timeout: 10_000, interval: 100 });
  expect(seen()).toBe(true);
});

test('a version is found by its hash, served or archived', async () => {
  const { content, course, db } = await openGood();
  const first = tiny(course);
  expect(course.version(first.contentHash)).toBe(first);
  db.transaction((tx) => archive(tx, first, now()));
  db.transaction((tx) => archive(tx, first, now()));
  await content.edit(page, 'small thing', 'small new thing');
  await course.refresh();
  expect(tiny(course).contentHash).not.toBe(first.contentHash);
  expect(course.version(first.contentHash)).toEqual(first);
  expect(course.version('0'.repeat(64))).toBeNull();
});

test('a correction of what somebody started is kept, also when nobody starts it before the next version', async () => {
  const { content, course, db } = await openGood();
  const first = tiny(course);
  const edit = async (from: string, to: string, file = page) => {
    await content.edit(file, from, to);
    await course.refresh();
    return tiny(course);
  };
  const uncounted = await edit('small thing', 'smal thing');
  db.transaction((tx) => archive(tx, uncounted, new Date('2026-01-20T09:00:00Z')));
  const corrected = await edit('smal thing', 'small thing of yours');
  await content.edit('modules/tiny/index.mdx', 'version: 1', 'version: 2');
  const later = await edit('of yours', 'of your own');
  expect(later.version).toBe(2);
  expect(course.corrected(uncounted, later)).toEqual(corrected);
  expect(course.version(first.contentHash)).toBeNull();
});

test('what did not change is not read again', async () => {
  const { course } = await openGood();
  const before = course.module('tiny');
  await course.refresh();
  expect(course.module('tiny')).toBe(before);
});

test('a module whose front matter breaks keeps its name in the list', async () => {
  const { content, course } = await openGood();
  await content.edit('modules/tiny/index.mdx', 'version: 1', 'version: [');
  await course.refresh();
  expect(course.states()).toMatchObject([{ slug: 'tiny', title: 'A good start to the day' }]);
});

test('the frameworks are there by title, as they are written', async () => {
  const { course } = await openGood();
  expect(course.frameworks()).toContainEqual(
    expect.objectContaining({ id: 'example-standard', topics: expect.any(Array) }),
  );
});
