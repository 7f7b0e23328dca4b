import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTransaction } from '~db/client.server';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { append } from './append.server';
import { sizeAsAt } from './as-at.server';
import { noTeam } from './coverage';
import { coverageAsAt } from './coverage.server';
import { erasePerson } from './erase.server';
import { histories, live } from './example-history';
import { exampleRecord } from './example-record';
import { laterEntries } from './later-entries.server';
import { linesAsAt, staffAsAt } from './rows.server';
import { sessionsAsAt } from './sessions-attended.server';
import { withReasons } from './withdrawn-because.server';

type Db = ReturnType<typeof makeTestDb>;

const coverageOf = (db: Db, date: string) =>
  coverageAsAt(db, 'willow', {
    order: [],
    ...{ date, size: sizeAsAt(db, 'willow', date), began: '2025-09-01', module: null },
  });

/** Everything that is ever said of a day. */
function answer(db: Db, date: string) {
  const size = sizeAsAt(db, 'willow', date);
  return {
    lines: linesAsAt(db, 'willow', size),
    staff: staffAsAt(db, 'willow', size).map(
      ({ toSeq: _, email: __, staffNumber: ___, ...row }) => row,
    ),
    coverage: coverageOf(db, date),
    sessions: sessionsAsAt(db, 'willow', size),
  };
}

/** Two lives have other ids, and erasure takes names: what is left must be the same. */
function bare(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner) => (key === 'name' ? undefined : inner));
  return JSON.parse(text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'id'), sorted);
}

/** People without a name come last in a list, so lists are compared whatever their order. */
function sorted(_: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one) => JSON.stringify(one)).sort();
}

const namesIn = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/"name":"([^"]*)"/g)].map((found) => found[1]).sort();

test('what is recorded after a day changes nothing that is said of it but the names erased', () => {
  fc.assert(
    fc.property(histories, histories, (before, after) => {
      const [first, second] = [makeTestDb(), makeTestDb()];
      const day = live(first, before).days.at(-1) ?? '2025-09-01';
      const then = answer(first, day);
      const nextDay = { act: 'leave', person: 3, module: 0, cohort: 0, days: 1 } as const;
      live(second, [...before, nextDay, ...after]);
      const now = answer(second, day);
      expect(bare(now)).toEqual(bare(then));
      if (after.some((step) => step.act === 'erase')) {
        expect(namesIn(then)).toEqual(expect.arrayContaining(namesIn(now)));
      } else {
        expect(namesIn(now)).toEqual(namesIn(then));
      }
      first.$client.close();
      second.$client.close();
    }),
    { numRuns: 30 },
  );
});

test('a day ends at midnight in London', () => {
  const db = makeTestDb();
  const record = exampleRecord(db);
  const joins = (at: string, person: string) =>
    inTransaction(db, (tx) =>
      append(tx, new Date(at), {
        ...{ school: record.school, verb: 'left', object: person, person, actor: 'lee' },
        ...{ actorRole: 'lead', happenedOn: at.slice(0, 10), data: { leaveDate: '2027-01-01' } },
      }),
    );
  record.joins('2026-03-01', 'jo');
  joins('2026-03-29T22:59:59Z', 'jo');
  joins('2026-03-29T23:00:00Z', 'jo');
  expect(sizeAsAt(db, 'willow', '2026-03-28')).toBe(1);
  expect(sizeAsAt(db, 'willow', '2026-03-29')).toBe(2);
  expect(sizeAsAt(db, 'willow', '2026-03-30')).toBe(3);
  expect(sizeAsAt(db, 'willow', '2026-02-28')).toBe(0);
  expect(sizeAsAt(db, 'oak', '2026-03-30')).toBe(0);
});

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo', { teams: ['Year 4', 'Kitchen'] });
  record.joins('2025-09-01', 'sam', { roleGroup: 'teacher' });
  record.joins('2025-09-01', 'kit', { roleGroup: 'teacher', teams: [], startDate: '2026-01-05' });
  record.joins('2025-09-01', 'old', { leaveDate: '2025-12-19' });
  record.assigns('2025-09-10', 'a1', 'jo', '2025-10-01');
  record.assigns('2025-09-10', 'a1', 'sam', '2025-10-01');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  record.starts('2025-11-02', 'e2', 'old');
  record.completes('2025-11-09', 'e2', 'old');
  return { db, record, at: (date: string) => coverageOf(db, date) };
}

test('denominators are everyone on the staff that day, by their dates', () => {
  const { at } = school();
  expect(at('2025-12-01')).toMatchObject({ staff: 3, detail: { trained: 2 } });
  expect(at('2025-12-19')).toMatchObject({ staff: 3 });
  expect(at('2025-12-20')).toMatchObject({ staff: 2, detail: { trained: 1 } });
  expect(at('2026-01-05')).toMatchObject({
    staff: 3,
    detail: {
      ...{ trained: 1, inProgress: 0, notStarted: 1, notOpen: 0, notAsked: 1 },
      roleGroups: [
        { group: 'teacher', trained: 0, staff: 2 },
        { group: 'teaching assistant', trained: 1, staff: 1 },
      ],
      teams: [
        { group: 'Kitchen', trained: 1, staff: 1 },
        { group: 'Year 4', trained: 1, staff: 2 },
        { group: noTeam, trained: 0, staff: 1 },
      ],
    },
  });
});

test('an erased person still counts, in every number of every day', () => {
  const { db, at } = school();
  const days = ['2025-09-30', '2025-12-01', '2026-01-05'];
  const before = days.map((day) => bare(at(day)));
  const erasure = { school: 'willow', person: 'jo', actor: 'lee', actorRole: 'lead' };
  inTransaction(db, (tx) => erasePerson(tx, new Date('2026-02-01'), erasure));
  expect(days.map((day) => bare(at(day)))).toEqual(before);
});

test('a withdrawn completion trains nobody from the day it was withdrawn', () => {
  const { db, record, at } = school();
  const line = linesAsAt(db, 'willow', 99, { person: 'jo' })[0];
  const about = { person: 'jo', module: 'patterns' };
  record.add(
    '2026-02-01',
    'withdrawn',
    line?.completionId ?? '',
    { reason: 'recorded in error' },
    about,
  );
  expect(at('2026-01-31').detail?.trained).toBe(1);
  expect(at('2026-02-01').detail?.trained).toBe(0);
  expect(at('2026-02-01').months.filter((m) => m.n > 0)).toEqual([{ month: '2025-11', n: 1 }]);
});

test('what happened by a day and was entered after it stands beside the answer', () => {
  const { db, record } = school();
  const line = linesAsAt(db, 'willow', 99, { person: 'jo' })[0];
  const about = { person: 'jo', module: 'patterns' };
  const leaving = { leaveDate: '2025-12-31' };
  record.add('2026-02-01', 'left', 'sam', leaving, { happenedOn: '2025-12-31' });
  const withdrawal = { reason: 'recorded in error' } as const;
  record.add('2026-02-02', 'withdrawn', line?.completionId ?? '', withdrawal, about);
  const told = withReasons(db, 'willow', linesAsAt(db, 'willow', 99));
  expect(told.map(({ status, because }) => [status, because])).toContainEqual([
    'withdrawn',
    'recorded in error',
  ]);
  expect(withReasons(db, 'elsewhere', told).every(({ because }) => because === null)).toBe(true);
  record.starts('2026-02-03', 'e9', 'kit');
  const later = (date: string) =>
    laterEntries(db, 'willow', { date, size: sizeAsAt(db, 'willow', date), limit: 10 });
  expect(later('2026-01-31')).toMatchObject({
    total: 2,
    entries: [
      { name: 'Name of sam', verb: 'left', recordedOn: '2026-02-01', recordedByRole: 'lead' },
      { name: 'Name of jo', verb: 'withdrawn', moduleTitle: 'About patterns' },
    ],
  });
  expect(later('2026-02-28')).toEqual({ total: 0, entries: [] });
});

test('filters hold for lines as for people', () => {
  const { db } = school();
  const lines = (filter: Parameters<typeof linesAsAt>[3]) =>
    linesAsAt(db, 'willow', 99, filter).map((l) => l.personId);
  expect(lines({})).toEqual(['jo', 'old', 'sam']);
  expect(lines({ team: 'Kitchen' })).toEqual(['jo']);
  expect(lines({ team: "Kit'chen" })).toEqual([]);
  expect(lines({ roleGroup: 'teacher' })).toEqual(['sam']);
  expect(lines({ module: 'other' })).toEqual([]);
  expect(linesAsAt(db, 'willow', 99, {}, { limit: 1, offset: 1 }).map((l) => l.personId)).toEqual([
    'old',
  ]);
  expect(staffAsAt(db, 'willow', 99, { on: '2026-01-05' }).map((s) => s.personId)).toEqual([
    'jo',
    'kit',
    'sam',
  ]);
});

test('one school never sees another’s', () => {
  const { db } = school();
  const oak = exampleRecord(db, 'oak');
  oak.joins('2025-09-01', 'jo', { name: 'Another Jo' });
  expect(staffAsAt(db, 'oak', 99).map((s) => s.name)).toEqual(['Another Jo']);
  expect(linesAsAt(db, 'oak', 99)).toEqual([]);
});
