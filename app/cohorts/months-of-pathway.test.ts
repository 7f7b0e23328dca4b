import { expect, test } from 'vitest';
import { monthsOfPathway } from './months-of-pathway';

const step = { title: 'Repair', minutes: 31, paidMinutes: 35 };

test('a pathway’s months hold the school’s dates among its own, in order, and an empty month is there', () => {
  const months = monthsOfPathway(
    [{ ...step, opensOn: '2026-10-05', dueOn: '2027-01-08' }],
    [
      { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
      { kind: 'closed', name: 'Half-term', startsOn: '2026-10-26', endsOn: '2026-10-30' },
      { kind: 'INSET', name: 'Safeguarding', startsOn: '2027-01-04', endsOn: '2027-01-04' },
    ],
    '2026-10-05',
  );
  expect(months.map(({ month, entries }) => [month, entries.map((e) => e.words)])).toEqual([
    ['2026-10', ['“Repair” opens: about 31 minutes, paid for 35', 'Half-term, closed']],
    ['2026-11', []],
    ['2026-12', ['Autumn: term ends']],
    ['2027-01', ['INSET: Safeguarding', '“Repair” is due']],
  ]);
  expect(months[0]?.entries[1]?.until).toBe('2026-10-30');
});
