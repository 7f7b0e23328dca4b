import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { logAccess, logOnceADay, looksAt } from './access.server';
import { exampleRecord } from './example-record';

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'head', { name: 'Hal Head' });
  record.joins('2025-09-01', 'jo');
  const look = (day: string, actor: string, person: string | null, what: string) =>
    logAccess(
      { db, now: () => new Date(`${day}T10:00:00Z`) },
      { school: 'willow', actor, person, what },
    );
  record.joins('2025-10-03', 'new');
  const of = (person: string) => looksAt(db, 'willow', person, { limit: 10 });
  return { db, look, of };
}

test('a look at the whole school’s record is a look at everyone’s in it', () => {
  const { look, of } = school();
  look('2025-10-01', 'head', null, 'opened the training record');
  look('2025-10-02', 'head', 'jo', 'opened your page');
  look('2025-10-03', 'head', 'sam', 'opened your page');
  expect(of('jo')).toMatchObject([
    { who: 'Hal Head', what: 'opened your page', wholeSchool: false },
    { who: 'Hal Head', what: 'opened the training record', wholeSchool: true },
  ]);
});

test('one’s own looks are not somebody’s, nor are those from before one was on the record', () => {
  const { look, of } = school();
  look('2025-10-01', 'jo', null, 'opened the training record');
  look('2025-10-02', 'head', null, 'opened the training record');
  expect(of('jo')).toHaveLength(1);
  expect(of('new')).toEqual([]);
  look('2025-10-03', 'head', null, 'opened the training record');
  expect(of('new')).toHaveLength(1);
});

test('what is daily work is noted once a day for each person, and never for oneself', () => {
  const { db, of } = school();
  const daily = (time: string, people: string[] | null, actor = 'head') =>
    logOnceADay(
      { db, now: () => new Date(time) },
      { school: 'willow', actor, what: 'opened the page of a cohort' },
      people,
    );
  daily('2025-10-06T08:00:00Z', ['jo', 'new', 'head']);
  daily('2025-10-06T15:00:00Z', ['jo']);
  expect(of('jo')).toHaveLength(1);
  expect(of('head')).toEqual([]);
  daily('2025-10-07T08:00:00Z', ['jo', 'new']);
  daily('2025-10-07T09:00:00Z', null);
  daily('2025-10-07T10:00:00Z', null);
  expect(of('jo').map(({ wholeSchool }) => wholeSchool)).toEqual([true, false, false]);
  daily('2025-10-07T10:00:00Z', null, 'jo');
  expect(of('jo')).toHaveLength(3);
  expect(of('new')).toHaveLength(4);
});

test('another school’s looks are never shown', () => {
  const { db, of } = school();
  logAccess(
    { db, now: () => new Date('2025-10-01') },
    { school: 'oak', actor: 'head', person: null, what: 'opened the training record' },
  );
  expect(of('jo')).toEqual([]);
});
