import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { readDates, writeDates } from './dates-in-words';
import { readTermDates, typedFrom } from './term-dates-form';
import { beyondInWords, yearsInWords } from './year-in-words';

const one = (line: string) => {
  const { found, problems } = readDates(line, 'Nameless');
  return found[0] ? [found[0].name, found[0].startsOn, found[0].endsOn] : problems[0]?.message;
};

test.each([
  ['Half-term: 26 October 2026 to 30 October 2026'],
  ['Half-term: 26 to 30 October 2026'],
  ['Half-term Monday 26th October – Friday 30th October 2026'],
  ['Half-term, Mon 26/10/26 - Fri 30/10/26'],
  ['Half-term 26.10.2026 until 30.10.2026'],
  ['Half-term (2026-10-26 to 2026-10-30)'],
  ['26-30 Oct 2026: Half-term'],
])('“%s” is read', (line) => {
  expect(one(line)).toEqual(['Half-term', '2026-10-26', '2026-10-30']);
});

test('one day, a year’s end and a number in the name are read as they are meant', () => {
  expect(one('1 September 2026 – INSET')).toEqual(['INSET', '2026-09-01', '2026-09-01']);
  expect(one('Christmas: 19 December to 3 January 2027')).toEqual([
    'Christmas',
    '2026-12-19',
    '2027-01-03',
  ]);
  expect(one('Term 1: 1 September 2026 to 18 December 2026')).toEqual([
    'Term 1',
    '2026-09-01',
    '2026-12-18',
  ]);
  expect(one('3 May 2027')).toEqual(['Nameless', '2027-05-03', '2027-05-03']);
});

test('what cannot be read is said in words, with the line as it stands', () => {
  expect(one('Autumn')).toContain('“Autumn” has no date that can be read');
  expect(one('Half-term: 26 to 30 October')).toContain('has no year');
  expect(one('Closed: 31 September 2026')).toContain('is not in the calendar');
  expect(one('Closed: 30 October 2026 to 26 October 2026')).toContain('ends before it begins');
  expect(one('Closed: Thursday 30 October 2026')).toBe(
    '30 October 2026 is a Friday, and the line says Thursday. Check which is right.',
  );
  expect(one('1 May 2027, 3 May 2027 and 5 May 2027')).toContain('a line of its own');
});

test('whatever is stored is written so that it is read back the same', () => {
  const name = fc
    .array(
      fc.constantFrom('Autumn', 'term', 'half-term', 'snow', 'Zoë’s', '2nd', 'day', 'May Day'),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((words) => words.join(' '));
  const start = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
  fc.assert(
    fc.property(name, start, fc.integer({ min: 0, max: 300 }), (name, startsOn, days) => {
      const written = { name, startsOn, endsOn: addDays(startsOn, days) };
      expect(readDates(writeDates(written), 'x').found).toEqual([{ ...written, line: 1 }]);
    }),
  );
});

const today = '2026-11-20';
const typed = {
  terms: 'Summer: 12 April 2027 to 21 July 2027\nSpring: 4 January 2027 to 25 March 2027\n',
  closed: 'Half-term: 15 to 19 February 2027\r\nHalf-term: 31 May to 4 June 2027',
  inset: '4 January 2027',
};

test('bank holidays in term are closed days unless the school is closed anyway, or does not want them', () => {
  const closed = (yes: boolean) =>
    readTermDates(typed, yes, today).dates.flatMap((d) => (d.kind === 'closed' ? [d.name] : []));
  expect(closed(true)).toEqual(['Half-term', 'Half-term', 'Early May bank holiday']);
  expect(closed(false)).toEqual(['Half-term', 'Half-term']);
});

test('every line that is wrong is named, and terms that overlap too', () => {
  const { errors } = readTermDates(
    {
      terms: `${typed.terms}\nAlso summer: 1 July 2027 to 23 July 2027`,
      closed: 'soon',
      inset: '2 January 2027',
    },
    true,
    today,
  );
  expect(errors.terms).toEqual(['Line 4: Also summer begins before Summer has ended. Check both.']);
  expect(errors.closed?.[0]).toMatch(/^Line 1: “soon” has no date/);
  expect(errors.inset).toEqual([
    'Line 1: Saturday 2 January 2027 is at a weekend. Check the date.',
  ]);
});

test('saying it back, the boxes are the same and the year is in words', () => {
  const { dates } = readTermDates(typed, true, today);
  const again = readTermDates(typedFrom(dates), true, today).dates;
  const inOrder = (list: typeof dates) =>
    [...list].sort((a, b) => `${a.kind} ${a.startsOn}`.localeCompare(`${b.kind} ${b.startsOn}`));
  expect(inOrder(again)).toEqual(inOrder(dates));
  const [year] = yearsInWords(dates);
  expect(year?.year).toBe('2026-27');
  expect(year?.lines.map(({ title, schoolDays }) => [title, schoolDays])).toEqual([
    ['Spring', 54],
    ['Holiday', null],
    ['Summer', 67],
  ]);
  expect(year?.schoolDays).toBe(121);
  expect(year?.lines[0]?.notes).toContain('INSET day, 4 January 2027');
  expect(beyondInWords(dates)).toContain('After 21 July 2027 no dates are known');
});

test('a line with a year that cannot be meant, or with something unseen in its name, is named', () => {
  const { errors } = readTermDates(
    {
      terms:
        'Autumn: 1 September 1026 to 18 December 2026\nLate: 1 September 2030 to 2 September 2030',
      closed: 'Snow\u202E: 12 January 2027',
      inset: '1 September 2062',
    },
    false,
    today,
  );
  expect(errors).toEqual({
    terms: [expect.stringMatching(/^Line 1: That is in the year 1026/)],
    closed: [expect.stringMatching(/^Line 1: There is a character in this that cannot be seen/)],
    inset: [expect.stringMatching(/^Line 1: That is in the year 2062, more than five years ahead/)],
  });
});
