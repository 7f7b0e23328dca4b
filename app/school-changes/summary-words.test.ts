import { expect, test } from 'vitest';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { summaryWordsAsAt, writeSummaryWords } from './summary-words.server';

const words = (intent: string, next = '') => ({ intent, 'found hard': '', 'next steps': next });

test('what the school says on its summary stands from its day on, and any past day as it was', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune, clock } = house;
  const said = (date: string) => summaryWordsAsAt(attune.db, lead.schoolId, date);
  clock.set('2026-11-02T09:00:00Z');
  writeSummaryWords(attune, lead, words('Somebody for every pupil.', 'Meet.'));
  writeSummaryWords(attune, lead, words('Somebody for every pupil, every day.', 'Meet.'));
  clock.set('2026-12-01T09:00:00Z');
  writeSummaryWords(attune, lead, words('Somebody for every pupil, every day.'));
  expect(said('2026-11-01')).toEqual(words(''));
  expect(said('2026-11-30')).toEqual(words('Somebody for every pupil, every day.', 'Meet.'));
  expect(said('2026-12-01')).toEqual(words('Somebody for every pupil, every day.'));
  expect(summaryWordsAsAt(attune.db, 'elsewhere', '2026-12-01')).toEqual(words(''));
});
