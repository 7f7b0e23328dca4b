import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  copyContent,
  dataFolder,
  temporaryFolder,
} from '../../tests/fixtures/content/copy-content';
import { CompileCache } from './compile-cache.server';
import { contentHashOf } from './content-hash.server';
import type { Module } from './module';
import { readEverything } from './read-all.server';

const log = {
  error: (details: unknown) => {
    throw details;
  },
};

async function readTiny(dir: string, dataDir: string): Promise<Module> {
  const { modules } = await readEverything(
    { contentDir: dir, schoolContentDir: null },
    '2026-02-01',
    new CompileCache(dataDir),
    log,
  );
  const draft = modules.find((module) => module.slug === 'tiny')?.draft;
  if (!draft) throw new Error('The module did not compile');
  return draft;
}

async function hashAfter(
  file: string,
  from: string,
  to: string,
): Promise<{ before: string; after: string }> {
  const content = await copyContent();
  const dataDir = await dataFolder();
  const before = await readTiny(content.dir, dataDir);
  await content.edit(file, from, to);
  return { before: before.contentHash, after: (await readTiny(content.dir, dataDir)).contentHash };
}

const quiz = 'modules/tiny/80-quiz.mdx';

test.each([
  ['which answer is right', quiz, '- [ ] At the end of the day', '- [x] At the end of the day'],
  [
    'an explanation',
    quiz,
    '> That may be too late for him.',
    '> That may be far too late for him.',
  ],
  ['the words of an option', quiz, '- [x] A few seconds each', '- [x] A few seconds apiece'],
  ['a critical item', quiz, 'id="do-not-guess" critical', 'id="do-not-guess"'],
  ['how many are drawn', quiz, 'draw={5}', 'draw={4}'],
  [
    'where a choice leads',
    'modules/tiny/30-late-again.mdx',
    '(#settles "connects")\n- [“Late',
    '(#sits-down "connects")\n- [“Late',
  ],
  [
    'the tag of a choice',
    'modules/tiny/30-late-again.mdx',
    '(#waits "avoids")',
    '(#waits "holds")',
  ],
  ['a cited source', 'sources.yaml', 'Small greetings', 'Smaller greetings'],
  ['the grade of a cited source', 'sources.yaml', 'grade: B', 'grade: A'],
  ['a cited fact', 'facts.yaml', '412 schools', '413 schools'],
  ['the day of a cited fact', 'facts.yaml', '2025-09-01', '2025-09-02'],
  ['the author’s version', 'modules/tiny/index.mdx', 'version: 1', 'version: 2'],
])('the hash changes with %s', async (_what, file, from, to) => {
  const { before, after } = await hashAfter(file, from, to);
  expect(after).not.toBe(before);
});

test.each([
  [
    'spaces at the end of a line',
    quiz,
    'What is safe to write in a note about a pupil?',
    'What is safe to write in a note about a pupil?   ',
  ],
  ['empty lines', quiz, '<Quiz draw={5}>\n', '<Quiz draw={5}>\n\n\n'],
  ['the order of attributes', quiz, 'id="how-long" outcome={1}', 'outcome={1} id="how-long"'],
  [
    'the order of keys',
    'modules/tiny/index.mdx',
    'version: 1\naudience: Teaching assistants and everyone else who meets pupils in the morning\n',
    'audience: Teaching assistants and everyone else who meets pupils in the morning\nversion: 1\n',
  ],
  [
    'a source that nobody cites',
    'sources.yaml',
    '- id: carter-2018',
    '- id: other-2000\n  citation: Other.\n  grade: C\n  checked: 2026-01-10\n  reviewBy: 2099-01-10\n- id: carter-2018',
  ],
])('the hash does not change with %s', async (_what, file, from, to) => {
  const { before, after } = await hashAfter(file, from, to);
  expect(after).toBe(before);
});

test('line endings of Windows change nothing', async () => {
  const content = await copyContent();
  const dataDir = await temporaryFolder();
  const before = await readTiny(content.dir, dataDir);
  const text = await content.read(quiz);
  await content.write(quiz, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(await readTiny(content.dir, dataDir)).toEqual(before);
});

test('the hash is of the module as JSON, so that an archived one can be checked', async () => {
  const content = await copyContent();
  const module = await readTiny(content.dir, await dataFolder());
  const archived: Module = JSON.parse(JSON.stringify(module));
  expect(archived).toEqual(module);
  expect(contentHashOf(archived)).toBe(module.contentHash);
});

test('a module from the cache is identical, and a damaged cache is compiled again', async () => {
  const content = await copyContent();
  const dataDir = await temporaryFolder();
  const compiled = await readTiny(content.dir, dataDir);
  expect(await readTiny(content.dir, dataDir)).toEqual(compiled);
  const folder = path.join(dataDir, 'cache', 'course');
  const { readdir, writeFile } = await import('node:fs/promises');
  for (const name of await readdir(folder)) await writeFile(path.join(folder, name), '{"r1":"<p>');
  expect(await readTiny(content.dir, dataDir)).toEqual(compiled);
  await rm(folder, { recursive: true });
  expect(await readTiny(content.dir, dataDir)).toEqual(compiled);
});
