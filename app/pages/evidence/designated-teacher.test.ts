import { expect, test } from 'vitest';
import type { Framework, Module } from '~/course/module';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { chooseAsAt } from '~/record/as-at-choice.server';
import { exampleRecord } from '~/record/example-record';
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
  expect(said).toContain('2 not asked');
  expect(said).toContain('The guidance itself (2018).');
  expect(said).not.toMatch(/Leah|Hana|@/);
});

test('without the framework’s file the page says so', async () => {
  expect(await page([])).toContain(`${guidance}.yaml`);
});

test('the page says how short a module may be that counts, and that who has left since is among those who attended', () => {
  const { attune } = makeTestHouse();
  const modules = [covering, besides] as Module[];
  const course = { ...attune.course, modules: () => modules, frameworks: () => [framework] };
  const record = exampleRecord(attune.db, 'elm');
  record.joins('2026-09-02', 'jo');
  const said = () => {
    const { date, size, began } = chooseAsAt(attune, 'elm', null);
    const asked = { schoolId: 'elm', date, size, began };
    return JSON.stringify(designatedTeacherAsAt({ ...attune, course }, asked));
  };
  expect(said()).toContain('how to support these children.');
  record.assigns('2026-09-02', 'a', 'jo', '2026-10-01', 'one');
  expect(said()).toContain('1 of 1 staff asked');
  expect(said()).toContain('has completed none of these modules');
  record.starts('2026-09-03', 'e', 'jo', 'one');
  record.completes('2026-09-03', 'e', 'jo', 'one');
  record.starts('2026-09-03', 'f', 'jo', 'two');
  record.completes('2026-09-03', 'f', 'jo', 'two');
  record.attends('2026-09-03', 'inset', 'jo');
  expect(said()).toMatch(
    /children, however short: those completed are published with \d+ minutes\./,
  );
  expect(said()).not.toContain('Attended counts everyone');
  record.add('2026-09-04', 'left', 'jo', { leaveDate: '2026-09-04' }, { person: 'jo' });
  expect(said()).toContain('Attended counts everyone who was there');
});
