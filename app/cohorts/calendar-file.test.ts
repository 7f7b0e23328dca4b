import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { datesWith, readCalendarFile } from './calendar-file.server';
import { readCalendarName } from './calendar-names';
import { readDates, writeDates } from './dates-in-words';

const today = '2026-09-07';
const ics = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Council//EN\r\n${events
    .map((lines) => `BEGIN:VEVENT\r\nUID:${lines.length}@council\r\n${lines}\r\nEND:VEVENT`)
    .join('\r\n')}\r\nEND:VCALENDAR\r\n`;
const day = (d: string) => d.replaceAll('-', '');
const allDay = (name: string, from: string, to = from) =>
  `DTSTART;VALUE=DATE:${day(from)}\r\nDTEND;VALUE=DATE:${day(addDays(to, 1))}\r\nSUMMARY:${name}`;
const read = (text: string, terms: Parameters<typeof readCalendarFile>[2] = []) =>
  readCalendarFile(text, today, terms);
const lines = (text: string, terms: Parameters<typeof readCalendarFile>[2] = []) =>
  read(text, terms).entries.map(({ kind, name, startsOn, endsOn }) =>
    [kind, name, startsOn, endsOn].join(' '),
  );

test('a council’s calendar: terms, half-terms, INSET days and bank holidays in the order of dates', () => {
  const text = ics(
    allDay('Half Term', '2026-10-26', '2026-10-30'),
    allDay('Autumn Term', '2026-09-01', '2026-12-18'),
    allDay('INSET day', '2026-09-01'),
    allDay('Christmas holiday', '2026-12-21', '2027-01-01'),
    allDay('Spring Term', '2027-01-04', '2027-03-25'),
    allDay('Good Friday', '2027-03-26'),
    allDay('Year 4 swimming', '2026-09-14'),
    allDay('Half-term holiday club', '2026-10-26'),
  );
  expect(lines(text)).toEqual([
    'INSET INSET day 2026-09-01 2026-09-01',
    'term Autumn Term 2026-09-01 2026-12-18',
    'none Year 4 swimming 2026-09-14 2026-09-14',
    'none Half-term holiday club 2026-10-26 2026-10-26',
    'closed Half Term 2026-10-26 2026-10-30',
    'none Christmas holiday 2026-12-21 2027-01-01',
    'term Spring Term 2027-01-04 2027-03-25',
    'none Good Friday 2027-03-26 2027-03-26',
  ]);
  expect(read(text).entries.find(({ name }) => name === 'Good Friday')?.why).toMatch(/^Between/);
});

test('a first and a last day become the term between them; a day without its fellow is left to the lead', () => {
  const text = ics(
    allDay('Autumn Term starts', '2026-09-02'),
    allDay('School closes for Christmas', '2026-12-18'),
    allDay('Start of Spring Term', '2027-01-05'),
    allDay('End of Summer Term', '2027-07-20'),
  );
  expect(lines(text)).toEqual([
    'term Autumn term 2026-09-02 2026-12-18',
    'none Start of Spring Term 2027-01-05 2027-01-05',
    'none End of Summer Term 2027-07-20 2027-07-20',
  ]);
  expect(read(text).entries[0]?.why).toBe(
    'From “Autumn Term starts” to “School closes for Christmas”',
  );
});

test('days are England’s, however the calendar writes them', () => {
  const of = (times: string) => lines(ics(`${times}\r\nSUMMARY:INSET`))[0];
  const first = 'INSET INSET 2026-09-01 2026-09-01';
  expect(of('DTSTART;VALUE=DATE:20260901')).toBe(first);
  expect(of('DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20260901')).toBe(first);
  expect(of('DTSTART:20260831T230000Z\r\nDTEND:20260901T230000Z')).toBe(first);
  expect(
    of('DTSTART;TZID=Europe/London:20260901T000000\r\nDTEND;TZID=Europe/London:20260902T000000'),
  ).toBe(first);
  expect(of('DTSTART;TZID="GMT Standard Time":20260901T083000\r\nDURATION:PT7H')).toBe(first);
});

test('what else is broken in a calendar does no harm', () => {
  const pasted = `${allDay('INSET', '2026-09-01')}\r\nDESCRIPTION:<p>From the website\r\n<br>with a line of its own</p>`;
  const alarm = `${allDay('INSET\\, all staff', '2026-11-06')}\r\nBEGIN:VALARM\r\nDURATION:PT15M\r\nSUMMARY:Ring\r\nEND:VALARM`;
  const folded = 'DTSTART;VALUE=DATE:20270104\r\nSUMMARY:INSET\r\n  day';
  const cancelled = `${allDay('INSET', '2026-11-13')}\r\nSTATUS:CANCELLED`;
  const broken = 'DTSTART:soon\r\nSUMMARY:INSET';
  const old = allDay('INSET', '2019-09-02');
  const text = `\uFEFF${ics(pasted, alarm, folded, cancelled, broken, old, pasted).replaceAll('\r\n', '\n')}`;
  expect(lines(text)).toEqual([
    'INSET INSET 2026-09-01 2026-09-01',
    'INSET INSET, all staff 2026-11-06 2026-11-06',
    'INSET INSET day 2027-01-04 2027-01-04',
  ]);
  expect(read(text)).toMatchObject({ unread: 1, elsewhere: 1 });
});

test('something else than a calendar is refused with what to do instead', () => {
  expect(() => read('Name,Start\nAutumn,1 September')).toThrow(/not a calendar file/);
  expect(() => read('<html>')).toThrow(/not a calendar file/);
  expect(() => read('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toThrow(/no dates/);
});

test.each([
  ['Term 1', '2026-09-01', '2026-10-23', 'term'],
  ['Autumn half-term 1', '2026-09-01', '2026-10-23', 'term'],
  ['Summer holidays', '2027-07-21', '2027-08-31', 'closed'],
  ['Half-term begins', '2026-10-23', '2026-10-23', 'none'],
  ['Staff training day', '2026-09-01', '2026-09-01', 'INSET'],
  ['Early May bank holiday', '2027-05-03', '2027-05-03', 'closed'],
  ['School closed: polling', '2027-05-06', '2027-05-06', 'closed'],
  ['Pupils return to school', '2026-09-03', '2026-09-03', 'starts'],
  ['Spring term parents’ evening', '2027-02-03', '2027-02-03', 'none'],
] as const)('“%s” from %s to %s is read as %s', (name, startsOn, endsOn, sense) => {
  expect(readCalendarName({ name, startsOn, endsOn })).toBe(sense);
});

test('whatever an entry is called, the line made of it is read back with its dates', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom('31 August 2026', 'Half-term 1/2', 'to 3 May', '2027-28 - 1'),
      ),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 100 }),
      (name, from, length) => {
        const startsOn = addDays(today, from);
        const endsOn = addDays(startsOn, length);
        const summary = name.replace(/[\r\n]/g, ' ').replace(/[\\;,]/g, '\\$&');
        const { entries } = read(ics(allDay(summary, startsOn, endsOn)));
        const [entry] = entries;
        if (!entry) throw new Error('nothing was read');
        const { found, problems } = readDates(writeDates(entry), 'Nameless');
        expect(problems).toEqual([]);
        expect(found).toMatchObject([{ startsOn, endsOn }]);
      },
    ),
  );
});

test('what overlaps a new entry of its kind gives way to it, and all else stays', () => {
  const term = {
    kind: 'term' as const,
    name: 'Autumn',
    startsOn: '2026-09-01',
    endsOn: '2026-12-18',
  };
  const older = { ...term, name: 'Summer', startsOn: '2026-04-13', endsOn: '2026-07-21' };
  const snow = {
    kind: 'closed' as const,
    name: 'Snow',
    startsOn: '2026-11-03',
    endsOn: '2026-11-03',
  };
  const halves = [
    { ...term, name: 'Autumn 1', endsOn: '2026-10-23' },
    { ...term, name: 'Autumn 2', startsOn: '2026-11-02' },
  ];
  expect(datesWith([older, term, snow], halves)).toEqual([older, snow, ...halves]);
});
