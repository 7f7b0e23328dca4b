import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction } from '~db/client.server';
import { event, eventDetail, staffRow, trainingRow, treeEdge } from '~db/schema/record';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { append } from './append.server';
import { digestOf } from './disclosure';
import { exampleRecord } from './example-record';
import { idOf, leafHash } from './leaf';
import { checkpointNow } from './log.server';
import { startOfLondonDay } from './london-date';
import { rootOf } from './merkle';

function lived() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.assigns('2025-09-10', 'a1', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  return { db, record };
}

test('events are numbered from 0, carry every field as a salted digest, and name nobody', () => {
  const { db } = lived();
  const leaves = db.select().from(event).orderBy(event.seq).all();
  expect(leaves.map((l) => l.verb)).toEqual([
    ...['joined', 'assigned', 'started', 'scenario ended', 'marked', 'committed', 'completed'],
  ]);
  for (const [i, leaf] of leaves.entries()) {
    expect(leaf.seq).toBe(i);
    expect(leaf.id).toBe(idOf(leaf));
    expect(leaf.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    const details = db.select().from(eventDetail).where(eq(eventDetail.eventId, leaf.id)).all();
    expect(details.map((d) => digestOf([d.salt, d.name, d.value])).sort()).toEqual(leaf.digests);
    expect(leaf.digests).toEqual([...leaf.digests].sort());
    expect(JSON.stringify(leaf)).not.toMatch(/Name of|willow\.example/);
    for (const { salt } of details) expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
  }
  const salts = db.select({ salt: eventDetail.salt }).from(eventDetail).all();
  expect(new Set(salts.map((s) => s.salt)).size).toBe(salts.length);
});

test('a leaf carries the day of recording and no finer time', () => {
  const { db } = lived();
  const first = db.select().from(event).get();
  expect(first?.at).toBe(startOfLondonDay('2025-09-01'));
});

test('the leaves of steps inside an enrolment cannot be put together', () => {
  const { db } = lived();
  const steps = ['scenario ended', 'marked', 'committed'];
  const leaves = db
    .select()
    .from(event)
    .all()
    .filter((l) => steps.includes(l.verb));
  expect(new Set(leaves.map((l) => l.object)).size).toBe(3);
  for (const leaf of leaves) {
    expect(leaf.object).not.toBe('e1');
    expect(leaf.digests).toContain(leaf.object);
  }
});

test('the right edge gives the same root as all the leaves', () => {
  const { db } = lived();
  const leaves = db.select().from(event).orderBy(event.seq).all();
  const checkpoint = checkpointNow(db, 'willow');
  expect(checkpoint).toMatchObject({ origin: 'attune/record/willow', size: 7 });
  expect(checkpoint.root).toEqual(rootOf(leaves.map(leafHash)));
});

test('a clock that goes back does not take the record back', () => {
  const { db, record } = lived();
  record.joins('2024-01-01', 'sam');
  const edge = db.select().from(treeEdge).get();
  expect(edge?.lastAt).toBe(startOfLondonDay('2025-09-20'));
});

test('nothing is kept of an append whose transaction fails', () => {
  const { db, record } = lived();
  expect(() =>
    inTransaction(db, (tx) => {
      append(tx, new Date('2025-10-01'), {
        ...{ school: record.school, verb: 'left', object: 'jo', person: 'jo', actor: 'lee' },
        ...{ actorRole: 'lead', happenedOn: '2025-10-01', data: { leaveDate: '2025-10-01' } },
      });
      throw new Error('the change failed');
    }),
  ).toThrow('the change failed');
  expect(db.select().from(event).all()).toHaveLength(7);
  expect(checkpointNow(db, 'willow').size).toBe(7);
});

test('data that the vocabulary does not know is refused', () => {
  const { db, record } = lived();
  const wrong = { leaveDate: 'next week' };
  expect(() => record.add('2025-10-01', 'left', 'jo', wrong)).toThrow();
  expect(db.select().from(event).all()).toHaveLength(7);
});

test('words beyond the vocabulary are left out', () => {
  const { db, record } = lived();
  const id = record.add('2025-10-01', 'left', 'jo', {
    leaveDate: '2025-10-31',
    why: 'a long story',
  } as { leaveDate: string });
  const details = db.select().from(eventDetail).where(eq(eventDetail.eventId, id)).all();
  expect(details.map((d) => d.name).sort()).toEqual(
    ['actor', 'actorRole', 'happenedOn', 'leaveDate', 'person'].sort(),
  );
});

test('an assignment and the enrolment that answers it are one line', () => {
  const { db } = lived();
  const rows = db.select().from(trainingRow).orderBy(trainingRow.fromSeq).all();
  expect(rows.map((r) => [r.rowId, r.status, r.fromSeq, r.toSeq])).toEqual([
    ['a1:jo', 'due', 1, 2],
    ['e1', 'in progress', 2, 6],
    ['e1', 'current', 6, null],
  ]);
  expect(rows.at(-1)).toMatchObject({
    assignedOn: '2025-09-10',
    dueOn: '2026-03-31',
    startedOn: '2025-09-12',
    completedOn: '2025-09-20',
    standardMet: true,
    recordedByRole: 'staff',
  });
});

test('a change of details carries all the details, so that an older name need never be shown', () => {
  const { db, record } = lived();
  const id = record.add('2025-10-01', 'details changed', 'jo', { name: 'Joe Reed' });
  const names = db.select().from(eventDetail).where(eq(eventDetail.eventId, id)).all();
  expect(names.map((d) => d.name)).toEqual(
    expect.arrayContaining(['name', 'roleGroup', 'teams', 'contract', 'startDate', 'leaveDate']),
  );
  const now = db.select().from(staffRow).orderBy(staffRow.fromSeq).all().at(-1);
  expect(now).toMatchObject({ name: 'Joe Reed', roleGroup: 'teaching assistant', restsOn: [id] });
});

test('events cannot be changed, deleted or replaced, nor disclosures but names erased', () => {
  const { db } = lived();
  const sql = db.$client;
  expect(() => sql.exec("update event set verb = 'left'")).toThrow(/never changed/);
  expect(() => sql.exec('delete from event where seq = 3')).toThrow(/never deleted/);
  expect(() =>
    sql.exec(
      "insert or replace into event select id, school, seq, at, 'left', object, module, content_hash, digests from event",
    ),
  ).toThrow(/never replaced/);
  expect(() => sql.exec("update event_detail set value = '1'")).toThrow(/never changed/);
  expect(() => sql.exec("delete from event_detail where name = 'person'")).toThrow(/ever erased/);
  expect(() =>
    sql.exec(
      "insert or replace into event_detail select event_id, digest, salt, name, '2' from event_detail",
    ),
  ).toThrow(/never replaced/);
  sql.exec("delete from event_detail where name in ('name', 'email', 'staffNumber')");
});
