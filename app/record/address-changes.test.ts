import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { addressChanges } from './address-changes.server';
import { exampleRecord } from './example-record';

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.joins('2025-09-01', 'kim', { email: null });
  const changes = (day: string, person: string, email: string, actorRole = 'office') =>
    record.add(day, 'details changed', person, { name: `Name on ${day}`, email }, { actorRole });
  return { db, record, changes };
}

test('an address that stayed as it was entered has not changed, whatever else did', () => {
  const { db, changes } = school();
  changes('2025-10-01', 'jo', 'jo@willow.example');
  expect(addressChanges(db, 'willow')).toEqual(new Map());
});

test('the last change is told, with its day and the role in which it was made', () => {
  const { db, changes } = school();
  changes('2025-10-01', 'jo', 'other@willow.example', 'lead');
  changes('2025-10-02', 'jo', 'third@willow.example');
  changes('2025-10-03', 'jo', 'third@willow.example', 'lead');
  changes('2025-10-04', 'kim', 'kim@willow.example', 'lead');
  expect(addressChanges(db, 'willow')).toEqual(
    new Map([
      ['jo', { on: '2025-10-02', byRole: 'office' }],
      ['kim', { on: '2025-10-04', byRole: 'lead' }],
    ]),
  );
});

test('of one person only, and of one school only', () => {
  const { db, changes } = school();
  changes('2025-10-01', 'jo', 'other@willow.example');
  changes('2025-10-01', 'kim', 'kim@willow.example');
  expect([...addressChanges(db, 'willow', 'jo').keys()]).toEqual(['jo']);
  expect(addressChanges(db, 'elsewhere').size).toBe(0);
});
