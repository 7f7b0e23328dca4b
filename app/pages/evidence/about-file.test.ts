import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '~/record/export/workbook.server';
import { aboutFile } from './about-file';

const about = {
  ...{ schoolName: 'Willow & Ash', asAt: '2026-03-01', madeOn: '2026-03-04', names: true },
  beside: ['coverage-summary', 'practice-themes', 'external-cpd'],
};

async function readBack(part: string): Promise<Map<string, string>> {
  const file = await buffer(workbook([aboutFile({ ...about, part })], new Date('2026-03-04')));
  const [, ...rows] = await readSheet(file, 'About this file');
  return new Map(rows.map(([term, words]) => [String(term), String(words)]));
}

test('a workbook of a part says which, as at when, when it was made and by which role', async () => {
  const said = await readBack('Year 4; not started');
  expect(said.get('Sheet training-record')).toBe(
    'A part of the record. Only: Year 4; not started.',
  );
  expect(said.get('School')).toBe('Willow & Ash');
  expect(said.get('As at')).toContain('1 March 2026');
  expect(said.get('Made')).toBe('On 4 March 2026, by a headteacher of the school');
  for (const name of about.beside) expect(said.get(`Sheet ${name}`)).toContain('whole school');
  expect((await readBack('')).get('Sheet training-record')).toBe('The whole record.');
});

test('columns that could be taken for something else are said', async () => {
  const said = await readBack('');
  expect(said.get('Sheet coverage-summary, column assigned')).toContain('without being given');
  expect(said.get('Sheet practice-themes, column logs')).toContain('people');
});
