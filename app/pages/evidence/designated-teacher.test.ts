import { expect, test } from 'vitest';
import type { Framework, Module } from '~/course/module';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { chooseAsAt } from '~/record/as-at-choice.server';
import { designatedTeacherAsAt, guidance } from './designated-teacher.server';

const framework: Framework = {
  ...{ id: guidance, title: 'Guidance', asOf: '2026-05-31', reviewBy: '2027-05-21' },
  cites: { citation: 'The guidance itself (2018).' },
  topics: [
    { id: 'understand', title: 'What affects learning', through: { other: ['affect'] } },
    { id: 'policies', title: 'Policies', changes: ['f'] },
  ],
};
const covering = { slug: 'one', title: 'Covers it', covers: { other: ['affect'] } } as unknown;
const besides = { slug: 'two', title: 'Something else', covers: { other: ['begin'] } } as unknown;

async function page(frameworks: Framework[]) {
  const testHouse = makeTestHouse();
  const { attune } = testHouse;
  const { lead } = await makeSchool(testHouse);
  const modules = [covering, besides] as Module[];
  const house = {
    ...attune,
    course: { ...attune.course, modules: () => modules, frameworks: () => frameworks },
  };
  const { schoolId } = lead;
  const { date, size, began } = chooseAsAt(attune, schoolId, null);
  return JSON.stringify(designatedTeacherAsAt(house, { schoolId, date, size, began }));
}

test('the page counts the modules that cover a line, says what is missing, and names nobody', async () => {
  const said = await page([framework]);
  expect(said).toContain('Covers it');
  expect(said).not.toContain('Something else');
  expect(said).toContain('What affects learning: nothing yet.');
  expect(said).toContain('have completed none of these modules.');
  expect(said).toContain('The guidance itself (2018).');
  expect(said).not.toMatch(/Leah|Hana|@/);
});

test('without the framework’s file the page says so', async () => {
  expect(await page([])).toContain(`${guidance}.yaml`);
});
