import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { academicYear, addDays, isCivilDate, londonDate, startOfLondonDay } from './london-date';

const instants: [string, string][] = [
  ['2026-01-15T23:59:59Z', '2026-01-15'],
  ['2026-01-16T00:00:00Z', '2026-01-16'],
  // Clocks go forward on 29 March 2026 at 01:00 UTC.
  ['2026-03-28T23:59:59Z', '2026-03-28'],
  ['2026-03-29T00:30:00Z', '2026-03-29'],
  ['2026-03-29T22:59:59Z', '2026-03-29'],
  ['2026-03-29T23:00:00Z', '2026-03-30'],
  // And back on 25 October 2026 at 01:00 UTC.
  ['2026-10-24T23:00:00Z', '2026-10-25'],
  ['2026-10-25T23:59:59Z', '2026-10-25'],
  ['2026-10-26T00:00:00Z', '2026-10-26'],
];

test('a day begins and ends by the clocks of London, summer and winter', () => {
  for (const [instant, date] of instants) expect(londonDate(new Date(instant))).toBe(date);
  expect(startOfLondonDay('2026-03-29')).toBe(Date.parse('2026-03-29T00:00:00Z'));
  expect(startOfLondonDay('2026-03-30')).toBe(Date.parse('2026-03-29T23:00:00Z'));
  expect(startOfLondonDay('2026-10-25')).toBe(Date.parse('2026-10-24T23:00:00Z'));
  expect(startOfLondonDay('2026-10-26')).toBe(Date.parse('2026-10-26T00:00:00Z'));
});

test('every instant lies in its own London day', () => {
  const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(instant, (at) => {
      const date = londonDate(at);
      expect(startOfLondonDay(date)).toBeLessThanOrEqual(at);
      expect(startOfLondonDay(addDays(date, 1))).toBeGreaterThan(at);
      expect(londonDate(startOfLondonDay(date))).toBe(date);
    }),
  );
});

test.each(['Pacific/Auckland', 'America/Los_Angeles'])(
  'a server in %s keeps London’s days',
  (TZ) => {
    const file = new URL('./london-date.ts', import.meta.url).href;
    const program = `
    import { londonDate, startOfLondonDay } from '${file}';
    const instants = ${JSON.stringify(instants.map(([instant]) => instant))};
    console.log(JSON.stringify([
      instants.map((i) => londonDate(new Date(i))),
      ['2026-03-30', '2026-10-26'].map(startOfLondonDay),
      new Date(2026, 0, 1).getTimezoneOffset(),
    ]));`;
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      {
        env: { ...process.env, TZ },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [dates, starts, offset] = JSON.parse(printed.toString());
    expect(dates).toEqual(instants.map(([, date]) => date));
    expect(starts).toEqual([
      Date.parse('2026-03-29T23:00:00Z'),
      Date.parse('2026-10-26T00:00:00Z'),
    ]);
    expect(offset).not.toBe(0);
  },
);

test('academic years turn on the first of September', () => {
  expect(academicYear('2026-08-31')).toBe('2025-26');
  expect(academicYear('2026-09-01')).toBe('2026-27');
  expect(academicYear('1999-12-01')).toBe('1999-00');
});

test('a date that is not in the calendar is none', () => {
  expect(isCivilDate('2026-02-28')).toBe(true);
  for (const not of ['2026-02-29', '2026-13-01', '26-02-01', '2026-2-1', 'today', '']) {
    expect(isCivilDate(not)).toBe(false);
  }
});
