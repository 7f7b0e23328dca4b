import { isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { trainingRow } from '~db/schema/record';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { certificateByCode, certificatesOf } from './certificates.server';
import { exampleRecord } from './example-record';
import { rebuild } from './rebuild.server';
import { linesAsAt } from './rows.server';

function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  const lines = () =>
    db
      .select()
      .from(trainingRow)
      .where(isNull(trainingRow.toSeq))
      .all()
      .sort((a, b) => a.fromSeq - b.fromSeq);
  const about = { person: 'jo', module: 'patterns' };
  return { db, record, lines, about };
}

test('an assignment of what is already being learnt joins the same line', () => {
  const { record, lines } = school();
  record.starts('2025-09-05', 'e1', 'jo');
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-01');
  expect(lines()).toMatchObject([
    {
      rowId: 'e1',
      status: 'in progress',
      assignedOn: '2025-09-10',
      dueOn: '2025-12-01',
      startedOn: '2025-09-05',
    },
  ]);
});

test('two assignments of one module are one line, due by the earlier date', () => {
  const { record, lines } = school();
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-01');
  record.assigns('2025-09-12', 'a2', 'jo', '2025-11-01');
  expect(lines()).toMatchObject([{ status: 'due', assignedOn: '2025-09-10', dueOn: '2025-11-01' }]);
});

test('asked again by the same assignment, the line has the new date and stays one line', () => {
  const { db, record, lines } = school();
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-01');
  record.assigns('2025-09-12', 'a2', 'jo', '2025-11-15');
  const before = sizeAsAt(db, 'willow', '2025-09-19');
  record.assigns('2025-09-20', 'a1', 'jo', '2025-11-01');
  expect(lines()).toMatchObject([
    { rowId: 'a1:jo', status: 'due', assignedOn: '2025-09-10', dueOn: '2025-11-01' },
  ]);
  expect(linesAsAt(db, 'willow', before)).toMatchObject([{ dueOn: '2025-11-15' }]);
  record.starts('2025-09-22', 'e1', 'jo');
  record.assigns('2025-09-25', 'a1', 'jo', '2026-01-10');
  expect(lines()).toMatchObject([
    { rowId: 'e1', status: 'in progress', assignedOn: '2025-09-10', dueOn: '2025-11-15' },
  ]);
  expect(rebuild(db)).toBeNull();
});

test('leaving one cohort does not excuse from what another asks', () => {
  const { record, lines, about } = school();
  record.assigns('2025-09-10', 'a1', 'jo', '2025-11-01');
  record.assigns('2025-09-12', 'a2', 'jo', '2025-12-01');
  record.add('2025-09-20', 'exempted', 'a1', { reason: 'no longer in the cohort' }, about);
  expect(lines()).toMatchObject([{ status: 'due', assignedOn: '2025-09-12', dueOn: '2025-12-01' }]);
  record.add('2025-09-21', 'exempted', 'a2', { reason: 'no longer in the cohort' }, about);
  expect(lines()).toMatchObject([{ status: 'exempt' }]);
  record.assigns('2025-10-01', 'a2', 'jo', '2026-01-01');
  expect(lines()).toMatchObject([{ status: 'due', dueOn: '2026-01-01' }]);
});

test('someone no longer asked goes on with what they started', () => {
  const { record, lines, about } = school();
  record.assigns('2025-09-10', 'a1', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  record.add('2025-09-20', 'exempted', 'a1', { reason: 'assignment withdrawn' }, about);
  expect(lines()).toMatchObject([{ status: 'in progress', dueOn: null, startedOn: '2025-09-12' }]);
});

test('a module completed again is another line, and overwrites nothing', () => {
  const { record, lines } = school();
  record.starts('2025-09-05', 'e1', 'jo');
  record.completes('2025-09-08', 'e1', 'jo');
  record.assigns('2026-09-01', 'a1', 'jo', '2026-10-01');
  expect(lines().map((l) => l.status)).toEqual(['current', 'refresh due']);
  record.starts('2026-09-05', 'e2', 'jo');
  record.completes('2026-09-08', 'e2', 'jo');
  expect(lines()).toMatchObject([
    { rowId: 'e1', status: 'current', completedOn: '2025-09-08' },
    { rowId: 'e2', status: 'current', completedOn: '2026-09-08', assignedOn: '2026-09-01' },
  ]);
});

test('what was done with a group stands on the line, and falls again without touching the rest', () => {
  const { db, record, lines, about } = school();
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-01');
  const started = record.starts('2025-10-05', 'e1', 'jo');
  const entry = record.together('2025-10-05', 'm1', 'e1', 'jo');
  const one = { entry, session: 'm1', ledBy: 'lee', heldOn: '2025-10-03' };
  expect(lines()).toMatchObject([
    { status: 'in progress', together: [one], happenedOn: '2025-10-03', recordedOn: '2025-10-05' },
  ]);
  const mistake = { reason: 'recorded for the wrong person' } as const;
  record.add('2025-10-06', 'withdrawn', entry, mistake, about);
  expect(lines()).toMatchObject([{ status: 'in progress', together: [], dueOn: '2025-12-01' }]);
  record.add('2025-10-06', 'withdrawn', started, mistake, about);
  expect(lines()).toMatchObject([
    { rowId: 'a1:jo', status: 'due', startedOn: null, version: null, dueOn: '2025-12-01' },
  ]);
  record.starts('2025-10-08', 'e2', 'jo');
  expect(lines()).toMatchObject([{ rowId: 'e2', status: 'in progress', dueOn: '2025-12-01' }]);
  expect(linesAsAt(db, 'willow', sizeAsAt(db, 'willow', '2025-10-05'))).toMatchObject([
    { status: 'in progress', together: [one] },
  ]);
  expect(rebuild(db)).toBeNull();
});

test('what goes on after a withdrawn completion is asked for as before, beside the line that was withdrawn', () => {
  const { db, record, lines, about } = school();
  record.assigns('2025-09-10', 'a1', 'jo', '2025-12-01');
  record.starts('2025-10-05', 'e1', 'jo');
  const completion = record.completes('2025-10-20', 'e1', 'jo');
  record.add('2025-11-01', 'withdrawn', completion, { reason: 'recorded in error' }, about);
  record.resumes('2025-11-01', 'e1', completion, 'jo');
  expect(lines()).toMatchObject([
    { rowId: completion, status: 'withdrawn', completedOn: '2025-10-20' },
    { rowId: 'e1', status: 'in progress', completedOn: null, dueOn: '2025-12-01' },
  ]);
  record.completes('2025-11-05', 'e1', 'jo');
  expect(lines()).toMatchObject([
    { rowId: completion, status: 'withdrawn', completionId: completion },
    { rowId: 'e1', status: 'current', completedOn: '2025-11-05' },
  ]);
  expect(certificatesOf(db, 'willow', 'jo').map(({ status }) => status)).toEqual([
    'valid',
    'withdrawn',
  ]);
  expect(rebuild(db)).toBeNull();
});

test('being put back into a cohort asks nothing of someone who answered it', () => {
  const { record, lines } = school();
  record.assigns('2025-09-10', 'a1', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  record.assigns('2025-10-10', 'a1', 'jo');
  expect(lines()).toMatchObject([{ rowId: 'e1', status: 'current' }]);
});

test('a withdrawn completion stays in sight, and its certificate says so', () => {
  const { db, record, lines, about } = school();
  record.starts('2025-09-05', 'e1', 'jo');
  const completion = record.completes('2025-09-08', 'e1', 'jo');
  expect(certificateByCode(db, 'CODE-E1')).toMatchObject({ status: 'valid', initials: 'NOJ' });
  record.add('2025-10-01', 'withdrawn', completion, { reason: 'recorded in error' }, about);
  expect(lines()).toMatchObject([{ status: 'withdrawn', completedOn: '2025-09-08' }]);
  expect(certificateByCode(db, 'CODE-E1')).toMatchObject({ status: 'withdrawn' });
});

test('a correction moves the date, on the line and on the certificate, and says that it did', () => {
  const { db, record, lines, about } = school();
  record.starts('2025-09-05', 'e1', 'jo');
  const completion = record.completes('2025-09-08', 'e1', 'jo');
  const correction = { reason: 'wrong date', completedOn: '2025-09-07' } as const;
  const id = record.add('2025-10-01', 'corrected', completion, correction, about);
  expect(lines()).toMatchObject([
    {
      status: 'current',
      completedOn: '2025-09-07',
      happenedOn: '2025-09-07',
      recordedOn: '2025-10-01',
      recordId: id,
    },
  ]);
  expect(certificatesOf(db, 'willow', 'jo')).toMatchObject([
    { status: 'corrected', completedOn: '2025-09-07' },
  ]);
});

test('someone who comes back is on the staff list again', () => {
  const { db, record } = school();
  record.add('2025-10-01', 'left', 'jo', { leaveDate: '2025-10-31' });
  record.joins('2026-01-05', 'jo', { startDate: '2026-01-05' });
  const now = db.$client.prepare('select leave_date from staff_row where to_seq is null').get();
  expect(now).toEqual({ leave_date: null });
});

test('leaving a staff list one was never on is refused, and nothing is recorded', () => {
  const { db, record } = school();
  expect(() => record.add('2025-10-01', 'left', 'nobody', { leaveDate: '2025-10-31' })).toThrow();
  expect(db.$client.prepare('select count(*) as n from event').get()).toEqual({ n: 1 });
});

test('a refresher is a line and a certificate of its own, says what it rests on, and leaves the earlier ones alone', () => {
  const { db, record, lines } = school();
  record.starts('2025-09-05', 'e1', 'jo');
  record.completes('2025-09-20', 'e1', 'jo');
  const before = lines();
  record.starts('2026-01-05', 'e2', 'jo', 'patterns', true);
  expect(lines()).toMatchObject([
    ...before,
    { rowId: 'e2', status: 'in progress', cpdType: 'refresher', version: 2, publishedMinutes: 4 },
  ]);
  record.completes('2026-01-06', 'e2', 'jo', 'patterns', true);
  expect(lines()).toMatchObject([
    ...before,
    { rowId: 'e2', status: 'current', cpdType: 'refresher', version: 2, publishedMinutes: 4 },
  ]);
  expect(certificatesOf(db, record.school, 'jo')).toMatchObject([
    { completedOn: '2026-01-06', version: 2, refreshes: 1, minutes: 4 },
    { completedOn: '2025-09-20', version: 1, refreshes: null, minutes: 30 },
  ]);
});
