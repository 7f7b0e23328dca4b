import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { coverageAsAt } from './coverage.server';
import { exampleRecord } from './example-record';

/** Jo came in September, left in October and is back since January. */
function comeAndGone() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.joins('2025-09-01', 'sam', { startDate: '2019-09-01' });
  record.add('2025-10-20', 'left', 'jo', { leaveDate: '2025-10-20' });
  record.add('2025-10-21', 'leaving corrected', 'jo', {
    leaveDate: '2025-10-24',
    reason: 'wrong date',
  });
  record.joins('2026-01-05', 'jo', { startDate: '2026-01-05' });
  const comings = (date: string) => {
    const size = sizeAsAt(db, record.school, date);
    const question = { date, size, began: '2025-09-01', module: null, order: [] };
    const { joined, left } = coverageAsAt(db, record.school, question).comings;
    const said = (list: typeof joined) => list.map(({ personId, on }) => `${personId} ${on}`);
    return { joined: said(joined), left: said(left) };
  };
  return { record, comings };
}

test('whoever left and came back within a year is said to have done both', () => {
  const { comings } = comeAndGone();
  expect(comings('2026-02-01')).toEqual({
    joined: ['jo 2025-09-01', 'jo 2026-01-05'],
    left: ['jo 2025-10-24'],
  });
});

test('as at a day before the return, it had not happened', () => {
  const { comings } = comeAndGone();
  expect(comings('2025-12-01')).toEqual({ joined: ['jo 2025-09-01'], left: ['jo 2025-10-24'] });
  expect(comings('2025-09-30')).toEqual({ joined: ['jo 2025-09-01'], left: [] });
});

test('a return in the year before is not one of this year', () => {
  const { comings } = comeAndGone();
  expect(comings('2026-10-01')).toEqual({ joined: [], left: [] });
});

test('leaving again after the return is one more', () => {
  const { record, comings } = comeAndGone();
  record.add('2026-03-02', 'details changed', 'jo', { name: 'Jo Ngozi' });
  record.add('2026-04-01', 'left', 'jo', { leaveDate: '2026-04-01' });
  expect(comings('2026-05-01')).toEqual({
    joined: ['jo 2025-09-01', 'jo 2026-01-05'],
    left: ['jo 2025-10-24', 'jo 2026-04-01'],
  });
});
