import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { chooseAsAt } from './as-at-choice.server';
import { exampleRecord } from './example-record';

function asked(text: string | null, now = '2026-03-10T09:00:00Z') {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.joins('2026-01-05', 'sam');
  return chooseAsAt({ db, now: () => new Date(now) }, 'willow', text);
}

test('nothing asked means today, with all that is on the record', () => {
  const today = { date: '2026-03-10', typed: '2026-03-10', size: 2, error: null };
  expect(asked(null)).toMatchObject(today);
  expect(asked('  ')).toMatchObject(today);
});

test('a past day means what was on the record at its end', () => {
  expect(asked('2025-12-31')).toMatchObject({ date: '2025-12-31', size: 1, error: null });
  expect(asked('2026-01-05')).toMatchObject({ size: 2, error: null });
});

test('today is London’s, whatever the server’s zone', () => {
  expect(asked('2026-06-02', '2026-06-01T23:30:00Z')).toMatchObject({
    today: '2026-06-02',
    error: null,
  });
});

test('a day to come, before the record or not in the calendar is refused in words, and kept as typed', () => {
  expect(asked('2026-03-11').error).toMatch(/still to come/);
  expect(asked('2025-08-31').error).toBe(
    'The school’s record begins on 1 September 2025. Choose that day or a later one.',
  );
  for (const typed of ['2026-02-30', '31/12/2025', 'yesterday', '2026-3-1']) {
    const choice = asked(typed);
    expect(choice.error).toContain(`“${typed}” is not a date in the calendar`);
    expect(choice.typed).toBe(typed);
  }
});

test('a school with an empty record has today alone', () => {
  const choice = chooseAsAt(
    { db: makeTestDb(), now: () => new Date('2026-03-10T09:00:00Z') },
    'oak',
    null,
  );
  expect(choice).toMatchObject({ began: '2026-03-10', date: '2026-03-10', size: 0, error: null });
});
