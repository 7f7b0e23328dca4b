import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { exampleRecord } from './example-record';
import { withOpening } from './opens-on.server';
import { linesAsAt } from './rows.server';

test('a line says from when it is open while that day is to come and nobody has begun it', () => {
  const db = makeTestDb();
  const record = exampleRecord(db);
  const soon = (assignment: string, person: string, opensOn?: string) =>
    record.assigns('2026-09-02', assignment, person, '2027-02-01', 'patterns', undefined, opensOn);
  for (const person of ['ann', 'bo', 'cas', 'dee']) record.joins('2026-09-01', person);
  soon('term', 'ann', '2027-01-11');
  soon('term', 'bo', '2027-01-11');
  soon('now', 'bo');
  soon('term', 'cas', '2027-01-11');
  soon('half', 'cas', '2026-11-02');
  soon('term', 'dee', '2027-01-11');
  record.starts('2026-09-10', 'e', 'dee');
  const opens = (date: string) => {
    const at = { db, school: 'willow', date, size: sizeAsAt(db, 'willow', date) };
    const lines = withOpening(at, linesAsAt(db, 'willow', at.size));
    return Object.fromEntries(lines.map(({ personId, opensOn }) => [personId, opensOn]));
  };
  expect(opens('2026-09-05')).toEqual({
    ...{ ann: '2027-01-11', bo: null, cas: '2026-11-02', dee: '2027-01-11' },
  });
  expect(opens('2026-11-02')).toEqual({ ann: '2027-01-11', bo: null, cas: null, dee: null });
  expect(opens('2027-01-11')).toEqual({ ann: null, bo: null, cas: null, dee: null });
});
