import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { exampleRecord } from './example-record';
import { laterEntries } from './later-entries.server';
import type { RowFilter } from './row-filter';

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'lee', { name: 'Lee Lead', roleGroup: 'leader', teams: [] });
  record.joins('2025-09-01', 'jo');
  record.starts('2025-10-01', 'e1', 'jo');
  const completion = record.completes('2025-10-08', 'e1', 'jo');
  const later = (date: string, filter?: RowFilter, limit = 10) =>
    laterEntries(db, 'willow', { date, size: sizeAsAt(db, 'willow', date), filter, limit });
  return { record, completion, later };
}
const about = { person: 'jo', module: 'patterns' };

test('what happened after a day is no later entry about it', () => {
  const { record, later } = school();
  record.starts('2025-11-01', 'e2', 'lee');
  record.completes('2025-11-08', 'e2', 'lee');
  expect(later('2025-10-31')).toEqual({ total: 0, entries: [] });
});

test('a later entry says when it was entered, by whom and in which role', () => {
  const { record, later } = school();
  record.joins('2026-01-10', 'late', { startDate: '2025-09-15', name: 'Late Lister' });
  expect(later('2025-10-31').entries).toMatchObject([
    {
      verb: 'joined',
      name: 'Late Lister',
      happenedOn: '2025-09-15',
      recordedOn: '2026-01-10',
      byName: 'Lee Lead',
      recordedByRole: 'lead',
    },
  ]);
});

test('a first day after the day asked about is not about it', () => {
  const { record, later } = school();
  record.joins('2026-01-10', 'new', { startDate: '2026-01-12' });
  expect(later('2025-10-31').total).toBe(0);
  expect(later('2026-01-09').total).toBe(0);
});

test('a correction is about the day that was wrong and the day that is right', () => {
  const { record, completion, later } = school();
  record.add(
    '2026-02-01',
    'corrected',
    completion,
    { reason: 'wrong date', completedOn: '2025-12-08' },
    { ...about, happenedOn: '2026-02-01' },
  );
  expect(later('2025-10-07').total).toBe(0);
  expect(later('2025-10-08').entries).toMatchObject([{ verb: 'corrected' }]);
  expect(later('2026-01-31').entries).toMatchObject([{ verb: 'corrected' }]);
  expect(later('2026-02-01').total).toBe(0);
});

test('a last day that is moved is about the earlier of the two', () => {
  const { record, later } = school();
  const leaves = (day: string, leaveDate: string) =>
    record.add(day, 'left', 'jo', { leaveDate }, { happenedOn: leaveDate });
  leaves('2025-11-01', '2025-11-30');
  leaves('2026-01-15', '2026-03-31');
  expect(later('2025-12-31').entries).toMatchObject([
    { verb: 'left', recordedOn: '2026-01-15', happenedOn: '2026-03-31' },
  ]);
});

test('details that changed are about a past day only where they move the first day', () => {
  const { record, later } = school();
  const change = (day: string, data: { startDate?: string; roleGroup?: string }) =>
    record.add(day, 'details changed', 'jo', data, { happenedOn: day });
  change('2026-01-15', { roleGroup: 'teacher' });
  expect(later('2025-12-31').total).toBe(0);
  change('2026-01-16', { startDate: '2025-11-03' });
  expect(later('2025-12-31').entries).toMatchObject([
    { verb: 'details changed', recordedOn: '2026-01-16' },
  ]);
});

test('filters hold, and the number is of all while the list is cut short', () => {
  const { record, completion, later } = school();
  record.add('2026-02-01', 'withdrawn', completion, { reason: 'recorded in error' }, about);
  record.joins('2026-02-02', 'late', { startDate: '2025-09-15', roleGroup: 'midday', teams: [] });
  expect(later('2026-01-31', undefined, 1)).toMatchObject({
    total: 2,
    entries: [{ verb: 'withdrawn' }],
  });
  const verbs = (filter: RowFilter) => later('2026-01-31', filter).entries.map((e) => e.verb);
  expect(verbs({ module: 'patterns' })).toEqual(['withdrawn']);
  expect(verbs({ module: 'other' })).toEqual([]);
  expect(verbs({ roleGroup: 'midday' })).toEqual(['joined']);
  expect(verbs({ team: 'Year 4' })).toEqual(['withdrawn']);
  expect(verbs({ person: 'jo' })).toEqual(['withdrawn']);
});

test('a completion is put back on the day on which that is entered, and says which it is', () => {
  const { record, completion, later } = school();
  record.add('2026-02-01', 'withdrawn', completion, { reason: 'recorded in error' }, about);
  const back = { reason: 'withdrawn in error', enrolment: 'e1', over: null } as const;
  record.add('2026-02-05', 'put back', completion, { ...back, certificate: 'valid' }, about);
  expect(later('2026-02-03').entries).toMatchObject([
    {
      verb: 'put back',
      happenedOn: '2026-02-05',
      recordedOn: '2026-02-05',
      completedOn: '2025-10-08',
    },
  ]);
  expect(later('2025-10-07').total).toBe(0);
});
