import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isPeopleError } from '../errors';
import { readDate } from './read-date';
import { readDays } from './read-days';
import { readContract, readJob } from './read-job';
import { readList } from './read-list';
import { readName } from './read-name';
import { toText } from './to-text.server';

const fixtures = path.resolve('tests/fixtures/staff-lists');
const bytes = (file: string) => readFileSync(path.join(fixtures, file));
const read = (file: string) => readList(toText(bytes(file)));

/** The words that a list is refused with. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isPeopleError(error)) return error.message;
    throw error;
  }
  throw new Error('It was not refused');
}

const sameSchool = [
  'utf-8-bom.csv',
  'excel-unicode-text.txt',
  'utf-16-be.csv',
  'excel-windows-1252.csv',
  'old-mac-line-ends.csv',
];

test.each(sameSchool)('%s says what the UTF-8 file says', (file) => {
  expect(read(file)).toEqual(read('utf-8.csv'));
});

test('UTF-16 is read without its byte order mark too', () => {
  expect(readList(toText(bytes('utf-16-be.csv').subarray(2)))).toEqual(read('utf-8.csv'));
  const little = bytes('excel-unicode-text.txt').subarray(2);
  expect(readList(toText(little))).toEqual(read('utf-8.csv'));
});

test('a title above the headings and empty rows are passed over, and rows keep their numbers', () => {
  const titled = read('with-a-title.csv').rows;
  expect(titled.map(({ n, ...row }) => ({ ...row, n: n - 3 }))).toEqual(read('utf-8.csv').rows);
});

test('a row is read column by column, and what Attune does not use is named and not kept', () => {
  const { rows, notRead } = read('utf-8.csv');
  expect(rows[0]).toEqual({
    n: 2,
    name: 'Siân O’Hara',
    email: 'sian.ohara@hazel.example',
    staffNumber: 'p100',
    job: 'Teaching Assistant L2',
    roleGroup: 'teaching assistant',
    teams: ['Year 4', 'Phonics'],
    contract: 'permanent',
    startDate: '2024-09-01',
    leaveDate: null,
    workingDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    problems: [],
    notes: [],
  });
  expect(
    rows.map(({ name, roleGroup, startDate, workingDays }) => [
      name,
      roleGroup,
      startDate,
      workingDays?.length,
    ]),
  ).toEqual([
    ['Siân O’Hara', 'teaching assistant', '2024-09-01', 5],
    ['Zoë Brontë', 'teacher', '2023-09-01', 3],
    ['José Núñez', 'midday', '2025-01-06', 2],
    ['Li Wei', 'kitchen', '2026-01-05', undefined],
  ]);
  expect(notRead).toEqual(['Date of birth']);
  expect(JSON.stringify(rows)).not.toContain('1980');
});

test('each thing that is wrong is said in its own row, and the others go on', () => {
  const rows = Object.fromEntries(read('messy.csv').rows.map((row) => [row.n, row]));
  expect(rows[2]?.name).toBe("Aoife O'Neill");
  expect(rows[4]).toMatchObject({ name: 'Zofia 🌻 Żak', startDate: '2024-09-03', problems: [] });
  expect(rows[5]?.problems.join()).toContain('is a formula');
  expect(rows[6]?.problems.join()).toContain('garbled');
  expect(rows[10]?.problems.join()).toContain('“09/13/2026” is no date we can read');
  expect(rows[11]?.problems.join()).toContain('is not an e-mail address');
  expect(rows[12]?.problems).toEqual([]);
  expect(rows[12]?.notes.join()).toContain('“alternate Fridays” is left out');
  expect(rows[12]?.roleGroup).toBeNull();
  expect(rows[15]?.problems.join()).toContain('20000 characters');
});

test('files that are no lists are refused with what to do instead', () => {
  expect(refusal(() => read('really-a-spreadsheet.csv'))).toMatch(/\.xlsx.*Save as, “CSV UTF-8”/);
  expect(refusal(() => read('really-a-picture.csv'))).toContain('picture');
  expect(refusal(() => read('unclosed-quote.csv'))).toContain('never closed');
  expect(refusal(() => toText(Buffer.alloc(0)))).toContain('empty');
  expect(refusal(() => toText(Buffer.alloc(5_000_001, 65)))).toContain('5 MB');
  expect(refusal(() => toText(Buffer.from('Name\0E-mail')))).toContain('not text');
  expect(refusal(() => readList('Dear all,\nhere is the list, as promised.'))).toContain(
    'The first row should say',
  );
  expect(refusal(() => readList('Name,E-mail\n'))).toContain('no people under them');
  expect(refusal(() => readList(' \n '))).toContain('nothing here yet');
  const long = `Name,E-mail\n${'A,b@x.example\n'.repeat(10_001)}`;
  expect(refusal(() => readList(long))).toContain('10,001 rows');
});

test('“sep=;” on the first line, which Excel writes for itself, is no heading', () => {
  expect(readList('sep=;\r\nName;E-mail\r\nSam Lee;sam@x.example\r\n').rows[0]).toMatchObject({
    name: 'Sam Lee',
    email: 'sam@x.example',
  });
});

test.each([
  ['2026-09-01', '2026-09-01'],
  ['01/09/2026', '2026-09-01'],
  ['1/9/26', '2026-09-01'],
  ['1.9.2026', '2026-09-01'],
  ['01-09-2026', '2026-09-01'],
  ['1 Sep 2026', '2026-09-01'],
  ['1 Sept 2026', '2026-09-01'],
  ['1st September 2026', '2026-09-01'],
  ['Tuesday, 1 September 2026', '2026-09-01'],
  ['1-Sep-26', '2026-09-01'],
  ['September 1, 2026', '2026-09-01'],
  ['01/09/2026 00:00', '2026-09-01'],
  ['2026-09-01T00:00:00Z', '2026-09-01'],
  ['46266', '2026-09-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', null],
  ['31/06/2026', null],
  ['09/13/2026', null],
  ['01/09/0026', null],
  ['soon', null],
  ['2026', null],
])('the date %s is %s', (written, date) => {
  expect(readDate(written)).toBe(date);
});

test.each([
  ['Mon-Fri', 'MTWTF'],
  ['Monday to Wednesday', 'MTW'],
  ['Mon, Tues and Fri', 'MTF'],
  ['Thu / Fri', 'TF'],
  ['M W F', 'MWF'],
  // The second T might be Tuesday or Thursday.
  ['M T W T F', null],
  ['full time', 'MTWTF'],
  ['Fri–Mon', null],
  ['alternate weeks', null],
])('the working days %s are %s', (written, days) => {
  expect(
    readDays(written)
      ?.map((day) => day[0])
      .join('') ?? null,
  ).toBe(days);
});

test.each([
  ['Teaching Assistant Level 2', 'teaching assistant'],
  ['HLTA', 'teaching assistant'],
  ['1:1 SEN Support', 'teaching assistant'],
  ['Class Teacher', 'teacher'],
  ['Head of Maths', 'teacher'],
  ['Phase Leader', 'teacher'],
  ['Headteacher', 'leader'],
  ['Deputy Head Teacher', 'leader'],
  ['SENDCo', 'leader'],
  ['Lunchtime Supervisor', 'midday'],
  ['School Business Manager', 'office'],
  ['Site Manager', 'site'],
  ['Cleaner', 'site'],
  ['Cook', 'kitchen'],
  ['Learning Mentor', 'pastoral'],
  ['Chair of Governors', 'governor'],
  ['pastoral', 'pastoral'],
  ['Wizard', null],
])('the job %s counts as %s', (written, group) => {
  expect(readJob(written)).toBe(group);
});

test('a supply teacher is agency staff, and a contract that we do not know is none', () => {
  expect(readContract('Supply teacher')).toBe('agency');
  expect(readContract('0.6 FTE')).toBeNull();
});

test.each([
  ["JANE O'NEILL-SMITH", "Jane O'Neill-Smith"],
  ['MCDONALD, FIONA', 'Fiona McDonald'],
  ['  sam   lee ', 'Sam Lee'],
  ['Ludwig van Beethoven', 'Ludwig van Beethoven'],
  ['AJ', 'AJ'],
  ['陈伟', '陈伟'],
  ['Sam  \u200BLee\uFEFF', 'Sam Lee'],
  ['Zoe\u0308 Ward', 'Zoë Ward'],
])('the name %s is shown as %s', (written, shown) => {
  expect(readName(written)).toBe(shown);
});
