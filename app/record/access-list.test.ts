import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { logAccess, logEach, logOnceADay, looksAt } from './access.server';
import { accessEntries, accessTable, countAccess, monthsOfAccess } from './access-list.server';
import { exampleRecord } from './example-record';

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'head', { name: 'Hal Head' });
  record.joins('2025-09-01', 'jo', { name: 'Jo' });
  record.joins('2025-11-03', 'new', { name: 'New' });
  const look = (time: string, person: string | null, what = 'opened the training record') =>
    logAccess({ db, now: () => new Date(time) }, { school: 'willow', actor: 'head', person, what });
  return { db, look };
}

const until = '2025-12-31';
const all = { limit: 1000, offset: 0 };

test('the looks of a month begin and end at midnight in London, in summer too', () => {
  const { db, look } = school();
  look('2025-09-30T22:59:59Z', null, 'the last of September');
  look('2025-09-30T23:00:00Z', null, 'the first of October');
  look('2025-10-31T23:59:59Z', null, 'the last of October');
  const of = (month: string) =>
    accessEntries(db, 'willow', { month, until }, all).map(({ what }) => what);
  expect(of('2025-09')).toEqual(['the last of September']);
  expect(of('2025-10')).toEqual(['the last of October', 'the first of October']);
  expect(monthsOfAccess(db, 'willow', '2025-12-02')).toEqual([
    ...['2025-12', '2025-11', '2025-10', '2025-09'],
  ]);
});

test('looks at one person are those at their record, and at the whole school’s since they are on its list', () => {
  const { db, look } = school();
  look('2025-10-01T10:00:00Z', null, 'whole, before');
  look('2025-11-04T10:00:00Z', null, 'whole, after');
  look('2025-11-05T10:00:00Z', 'jo', 'of Jo');
  look('2025-11-06T10:00:00Z', 'new', 'of New');
  const of = (person: string) =>
    accessEntries(db, 'willow', { person, until }, all).map(({ what }) => what);
  expect(of('new')).toEqual(['of New', 'whole, after']);
  expect(of('jo')).toEqual(['of Jo', 'whole, after', 'whole, before']);
  expect(countAccess(db, 'willow', { person: 'new', until })).toBe(2);
  expect(countAccess(db, 'willow', { until: '2025-11-04' })).toBe(2);
  expect(countAccess(db, 'oak', { until })).toBe(0);
});

test('the table holds every look once, however many there are and whatever comes in meanwhile', () => {
  const { db, look } = school();
  for (let n = 0; n < 1203; n += 1) {
    // Three at a time in the same millisecond.
    const second = String(Math.floor(n / 3) % 60).padStart(2, '0');
    const minute = String(Math.floor(n / 180)).padStart(2, '0');
    look(`2025-11-04T10:${minute}:${second}Z`, n % 2 ? 'jo' : null, `look ${n}`);
  }
  const { columns, rows } = accessTable(db, 'willow', { until });
  const read: string[] = [];
  for (const row of rows) {
    expect(row).toHaveLength(columns.length);
    if (read.length === 700) look('2025-11-04T11:00:00Z', null, 'meanwhile');
    read.push(String(row[3]));
  }
  expect(new Set(read).size).toBe(1203);
  expect(read).toHaveLength(1203);
  const [first] = accessTable(db, 'willow', { until }).rows;
  expect(first?.slice(0, 5)).toEqual([
    ...['2025-11-04', '11:00', 'Hal Head', 'meanwhile', 'the whole school'],
  ]);
});

test('a look at several people is one on the list, opens to each of them, and stands on each one’s own page', () => {
  const { db, look } = school();
  const taken = { school: 'willow', actor: 'head', what: 'downloaded a part' };
  const at = (time: string) => ({ db, now: () => new Date(time) });
  look('2025-11-04T10:00:00Z', 'jo', 'before');
  logEach(at('2025-11-05T10:00:00Z'), taken, ['new', 'head', 'jo']);
  logEach(at('2025-11-05T10:00:00Z'), taken, ['jo']);
  logOnceADay(at('2025-11-06T10:00:00Z'), { ...taken, what: 'daily' }, ['jo']);
  logOnceADay(at('2025-11-06T11:00:00Z'), { ...taken, what: 'daily' }, ['jo', 'new', 'more']);

  const list = accessEntries(db, 'willow', { until }, all);
  expect(countAccess(db, 'willow', { until })).toBe(5);
  expect(list.map(({ what, people }) => `${what} ${people}`).sort()).toEqual([
    ...['before 1', 'daily 1', 'daily 2', 'downloaded a part 1', 'downloaded a part 2'],
  ]);
  const act = list.find(({ what, people }) => what === 'downloaded a part' && people === 2)?.act;
  const inIt = accessEntries(db, 'willow', { act: act ?? '', until }, all);
  expect(inIt.map(({ whose }) => whose)).toEqual(['Jo', 'New']);
  expect(countAccess(db, 'willow', { act: act ?? '', until })).toBe(2);
  expect(accessEntries(db, 'oak', { act: act ?? '', until }, all)).toEqual([]);

  const ofNew = accessEntries(db, 'willow', { person: 'new', until }, all);
  expect(ofNew.map(({ what, people }) => `${what} ${people}`)).toEqual([
    ...['daily 2', 'downloaded a part 2'],
  ]);
  expect(looksAt(db, 'willow', 'new', { limit: 10 })).toHaveLength(2);
  const lines = [...accessTable(db, 'willow', { until }).rows];
  expect(lines).toHaveLength(7);
  expect(new Set(lines.map((row) => row[5])).size).toBe(5);
});
