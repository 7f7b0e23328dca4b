import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ContentCopy, copyContent } from '../../tests/fixtures/content/copy-content';
import { openForTest, tiny } from './course-for-test';

const sheet = 'modules/tiny/staff-meeting.mdx';

async function edited(content: ContentCopy, file: string, from: string, to: string) {
  const { course, dataDir } = await openForTest(content);
  const before = tiny(course);
  await content.edit(file, from, to);
  await course.refresh();
  return { before, after: tiny(course), dataDir };
}

test('the sheet is there for the lead, in no page of the learner’s', async () => {
  const { course } = await openForTest(await copyContent());
  const module = tiny(course);
  expect(module.staffMeeting?.title).toBe('Fifteen minutes on the door');
  expect(module.staffMeeting?.segments.map((segment) => segment.type)).toEqual(['prose', 'card']);
  expect(JSON.stringify([module.intro, module.pages])).not.toContain('Talk in threes');
});

test('the sheet numbers its own sources from 1, whatever their numbers in the module', async () => {
  const content = await copyContent();
  await content.write(
    'sources.yaml',
    `${await content.read('sources.yaml')}
- id: door-2021
  citation: "Door, D. (2021). Talking in threes."
  grade: C
  checked: 2026-01-10
  reviewBy: 2099-01-10
`,
  );
  await content.edit(sheet, '<Cite s="bell-2020"/>', '<Cite s="carter-2018"/>');
  await content.edit(sheet, '## The plan', '## The plan\n\nIt works. <Cite s="door-2021"/>');
  const { course } = await openForTest(content);
  const { staffMeeting, sources } = tiny(course);
  expect(sources.map((source) => source.id)).not.toContain('door-2021');
  expect(staffMeeting?.references.map(({ id, number }) => [id, number])).toEqual([
    ['carter-2018', 1],
    ['door-2021', 2],
  ]);
  expect(sources[0]?.id).toBe('bell-2020');
  expect(JSON.stringify(staffMeeting?.segments)).toContain('Source 1, evidence grade');
});

test('a new sheet or cast is no new version, and the new sheet is kept', async () => {
  const { before, after, dataDir } = await edited(
    await copyContent(),
    sheet,
    'Talk in threes',
    'Talk in twos',
  );
  expect(after.contentHash).toBe(before.contentHash);
  expect(JSON.stringify(after.staffMeeting)).toContain('Talk in twos');
  expect(await readFile(path.join(dataDir, 'last-good', 'tiny.json'), 'utf8')).toContain('twos');
  const recast = await edited(
    await copyContent(),
    'modules/tiny/index.mdx',
    '  thrives: [Ada, Sam]',
    '  thrives: [Sam]',
  );
  expect(recast.after).toEqual(recast.before);
});

test('a module without a sheet has none', async () => {
  const content = await copyContent();
  await rm(path.join(content.dir, sheet));
  const { course } = await openForTest(content);
  expect(tiny(course).staffMeeting).toBeNull();
});
