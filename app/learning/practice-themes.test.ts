import { v4 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { PracticeLists } from '~/course/practices';
import { readPractices } from '~/course/practices.server';
import { practiceLog } from '~db/schema';
import { practiceThemes } from './practice-themes.server';
import { makeTestSchool, type TestSchool } from './test-school';

let lists: PracticeLists;
beforeAll(async () => {
  const read = await readPractices('content');
  if (!read.lists) throw new Error('the lists cannot be read');
  lists = read.lists;
});

const idIn = (list: 'barriers' | 'settings' | 'went' | 'next') => lists[list][0]?.id ?? '';

function notes({ attune, join }: TestSchool, on: string, { barrier = false, times = 1 } = {}) {
  const { personId } = join();
  for (let n = 0; n < times; n += 1) {
    attune.db
      .insert(practiceLog)
      .values({
        ...{ id: uuid(), schoolId: 'school', personId, practice: lists.practices[0]?.id ?? '' },
        ...{ setting: idIn('settings'), went: idIn('went'), next: idIn('next') },
        barrier: barrier ? idIn('barriers') : null,
        at: Date.parse(`${on}T12:00:00Z`),
      })
      .run();
  }
}

const rows = ({ attune }: TestSchool, date = '2026-12-31', today = date) => [
  ...practiceThemes(attune.db, 'school', lists, { date, today }).rows,
];

test('a theme is counted once five people have noted it in a term, and each of them once', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 4; n += 1) notes(school, '2026-10-01', { times: 3 });
  const [theme] = lists.themes;
  expect(rows(school)[0]).toEqual(['2026 autumn', theme?.title, null, '']);
  notes(school, '2026-12-01', { barrier: true });
  expect(rows(school)[0]).toEqual(['2026 autumn', theme?.title, 5, '']);
  expect(rows(school)).toHaveLength(lists.themes.length);
});

test('what got in the way is told once five have picked it', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 5; n += 1) notes(school, '2026-10-01', { barrier: true });
  expect(rows(school)[0]?.[3]).toBe(lists.barriers[0]?.title);
});

test('as at a day has what was noted by then, and a year whose notes are being deleted is left out whole', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 5; n += 1) notes(school, '2026-10-01');
  expect(rows(school, '2026-09-30', '2026-12-31')).toEqual([]);
  expect(rows(school, '2026-12-31', '2028-08-31')[0]?.[2]).toBe(5);
  expect(rows(school, '2026-12-31', '2028-09-01')).toEqual([]);
});
