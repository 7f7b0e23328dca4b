import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMinutes } from './read-minutes';
import { readNames } from './read-names';
import { readPast } from './read-past';

const today = '2026-09-07';

test.each([
  ['6', 360],
  ['1.5', 90],
  ['1,5 hours', 90],
  ['2 hrs', 120],
  ['1 hour 30 minutes', 90],
  ['1h30', 90],
  ['2:15', 135],
  ['90 mins', 90],
  ['45 min', 45],
  ['0', null],
  ['half a day', null],
  ['lots', null],
  ['', null],
  ['5000', null],
  ['-3', null],
])('“%s” is %s minutes', (written, minutes) => {
  expect(readMinutes(written, 'hours')).toBe(minutes);
});

test('a column of minutes holds minutes', () => {
  expect(readMinutes('90', 'minutes')).toBe(90);
  expect(readMinutes('1.5 hours', 'minutes')).toBe(90);
});

test('names are read one to a line, between semicolons, with addresses, and as lists number them', () => {
  const { rows } = readNames(
    '1. Jo Smith\r\n• O’HARA, Siân\n"Ann Lee" <Ann@Elm.example>; m014\n\na@elm.example, b@elm.example',
  );
  expect(rows.map(({ who }) => who)).toEqual([
    { name: 'Jo Smith', email: null, staffNumber: null },
    { name: 'Siân O’HARA', email: null, staffNumber: null },
    { name: 'Ann Lee', email: 'ann@elm.example', staffNumber: null },
    { name: 'm014', email: null, staffNumber: 'm014' },
    { name: null, email: 'a@elm.example', staffNumber: null },
    { name: null, email: 'b@elm.example', staffNumber: null },
  ]);
  expect(rows.every(({ problems }) => problems.length === 0)).toBe(true);
  expect(readNames('=cmd()').rows[0]?.problems[0]).toMatch(/formula/);
  expect(() => readNames(' \n;')).toThrow(/nothing here yet/);
});

test('a list of past training is read whatever order and spelling its columns have', () => {
  const list = readPast(
    [
      'Training record 2024–25;;;;;',
      'Title;Surname;Forename;Course title;Date attended;Duration (mins);Delivered by;Room',
      'Mrs;SMITH;Jo;Attachment in the classroom;01/09/2025;90;Dr Ada Cole;12',
      ';Lee;Ann;INSET: how we talk;1 Sep 2025;;;',
      ';;;;;;;',
      ';Fox;Bo;;31/02/2025;lots;;',
      ';Fox;Bo;Next week;14/09/2026;60;;',
    ].join('\r\n'),
    today,
  );
  expect(list.notRead).toEqual(['Room']);
  expect(list.rows.map(({ n }) => n)).toEqual([3, 4, 6, 7]);
  expect(list.rows[0]).toMatchObject({
    ...{ written: 'Jo SMITH', problems: [], notes: [] },
    details: {
      ...{ title: 'Attachment in the classroom', kind: 'other', provider: 'Dr Ada Cole' },
      ...{ heldOn: '2025-09-01', minutes: 90 },
    },
  });
  expect(list.rows[1]?.details).toMatchObject({ provider: null, minutes: null });
  expect(list.rows[2]?.problems).toEqual([
    'It does not say what the training was.',
    'The date “31/02/2025” is no day we can read. Write it as 01/09/2025, the day first.',
  ]);
  expect(list.rows[3]?.problems).toEqual(['That day is still to come.']);
});

test('without who, what and when, a list is refused in words', () => {
  for (const text of ['Name,Course\nJo,First aid', 'Course,Date\nFirst aid,2025-09-01', 'hello'])
    expect(() => readPast(text, today)).toThrow(/did not find all three/);
  expect(() => readPast('Name,Course,Date', today)).toThrow(/no people under them/);
});

test('what cannot be meant is said of its own row alone', () => {
  const { rows } = readPast(
    `Name,Course,Date,Provider\n=SUM(A1),A,2025-09-01,\nJo,${'x'.repeat(201)},2025-09-01,\nSiÃ¢n,A,2025-09-01,\nAnn,A,2025-09-01,Bo`,
    today,
  );
  expect(rows.map(({ problems }) => problems.length > 0)).toEqual([true, true, true, false]);
});

test('any pasted names come back as that many rows, each saying who', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ’-]{2,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 30 }), (names) => {
      const text = names.map((both) => both.join(' ')).join('\n');
      const { rows } = readNames(text);
      expect(rows).toHaveLength(names.length);
      expect(rows.every(({ who }) => who.name !== null)).toBe(true);
    }),
  );
});
