import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { histories, live } from './example-history';
import { exampleRecord } from './example-record';
import { rebuild } from './rebuild.server';

const everyRow = (db: ReturnType<typeof makeTestDb>) =>
  ['staff_row', 'training_row', 'certificate_row'].map((table) =>
    db.$client.prepare(`select * from ${table} order by 1, 2, 3`).all(),
  );

test('projections made again from events alone are those made live, whatever happened', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const db = makeTestDb();
      live(db, history);
      const before = everyRow(db);
      expect(rebuild(db)).toBeNull();
      expect(everyRow(db)).toEqual(before);
      db.$client.close();
    }),
    { numRuns: 40 },
  );
});

function edited(sql: string) {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.assigns('2025-09-10', 'a1', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  const before = everyRow(db);
  db.$client.exec(sql);
  return { db, before };
}

test.each([
  ["update staff_row set role_group = 'leader'", /role_group is "leader" in the table/],
  ["update training_row set completed_on = '2025-01-01' where status = 'current'", /completed_on/],
  ["delete from training_row where status = 'in progress'", /the table lacks it/],
  [
    "insert into staff_row select school, 'sam', from_seq, to_seq, name, email, staff_number, role_group, teams, contract, start_date, leave_date, happened_on, recorded_on, recorded_by_role, recorded_by, record_id, rests_on from staff_row",
    /does not follow from the events/,
  ],
  ["update certificate_row set status = 'withdrawn'", /certificate_row of .*status/],
])('a projection that was touched (%s) is named and put right', (sql, words) => {
  const { db, before } = edited(sql);
  expect(rebuild(db)).toMatch(words);
  expect(everyRow(db)).toEqual(before);
  expect(rebuild(db)).toBeNull();
});
