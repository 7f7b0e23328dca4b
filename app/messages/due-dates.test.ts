import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { dueDatesFile } from './due-dates';

const made = {
  origin: 'https://cpd.elm.example',
  now: Date.parse('2026-11-10T10:00:00Z'),
};
const due = {
  assignmentId: '0190-a',
  module: 'co-regulation',
  title: 'Co-regulation: staying alongside, even when it is loud; and “after” – café',
  minutes: 25,
  opensOn: null,
  dueOn: '2026-12-31',
  paidMinutes: 45,
  paidTime: 'Wednesday, 3.30; bring a cup of tea',
};

/** Content lines as RFC 5545 folds them: a line break and a space go. */
const unfolded = (file: string) =>
  file.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');

test('a due date is a whole day, keeps no time and says what it is', () => {
  const lines = unfolded(dueDatesFile([due], made));
  expect(lines).toContain('BEGIN:VCALENDAR');
  expect(lines).toContain('VERSION:2.0');
  expect(lines).toContain('PRODID:-//Attune//Due dates//EN');
  expect(lines).toContain('METHOD:PUBLISH');
  expect(lines).toContain('UID:0190-a@cpd.elm.example');
  expect(lines).toContain('DTSTAMP:20261110T100000Z');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
  expect(lines).toContain('DTEND;VALUE=DATE:20270101');
  expect(lines).toContain('TRANSP:TRANSPARENT');
  expect(lines).toContain(
    'SUMMARY:Attune: Co-regulation: staying alongside\\, even when it is loud\\; and “after” – café\\, asked for by today',
  );
  expect(lines).toContain(
    'DESCRIPTION:About 25 minutes.\\nPaid: 45 minutes. Wednesday\\, 3.30\\; bring a cup of tea\\nhttps://cpd.elm.example/learn/co-regulation',
  );
  expect(lines).not.toContain('BEGIN:VALARM');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

test('another program reads the same dates, titles and words from it', () => {
  const other = { ...due, assignmentId: '0190-b', dueOn: '2026-03-29', title: 'Ö'.repeat(60) };
  const calendar = new ICAL.Component(ICAL.parse(dueDatesFile([due, other], made)));
  const entries = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(
    entries.map(({ summary, startDate, endDate }) => [summary, `${startDate}`, `${endDate}`]),
  ).toEqual([
    [`Attune: ${due.title}, asked for by today`, '2026-12-31', '2027-01-01'],
    [`Attune: ${other.title}, asked for by today`, '2026-03-29', '2026-03-30'],
  ]);
  expect(entries.every(({ startDate }) => startDate.isDate)).toBe(true);
  expect(entries[0]?.description).toContain(due.paidTime);
});

test('lines end as the standard says and are no longer than 75 octets', () => {
  const file = dueDatesFile([due, { ...due, assignmentId: '0190-b' }], made);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('what opens later says when', () => {
  const lines = unfolded(dueDatesFile([{ ...due, opensOn: '2026-12-01' }], made));
  expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain(
    'DESCRIPTION:Opens on 1 December 2026.\\nAbout 25 minutes.',
  );
});

test('the same assignment keeps its id and a later file counts for more', () => {
  const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
  const later = dueDatesFile([{ ...due, dueOn: '2027-01-15' }], {
    ...made,
    now: made.now + 60_000,
  });
  expect(later).toContain('UID:0190-a@cpd.elm.example');
  expect(sequence(later)).toBeGreaterThan(sequence(dueDatesFile([due], made)));
});
