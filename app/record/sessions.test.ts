import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt, sizeNow } from './as-at.server';
import { coverageAsAt } from './coverage.server';
import { exported, type Files, key, lived, remade, report, text } from './example-export';
import { exampleRecord } from './example-record';
import { manifestText, parseManifest } from './export/manifest';
import { filterChoices } from './filter-choices.server';
import { laterEntries } from './later-entries.server';
import { parseNote, signNote } from './note';
import { rebuild } from './rebuild.server';
import { recordedAbout } from './recorded-about.server';
import { linesAsAt } from './rows.server';
import {
  attendances,
  attendeesOf,
  sessionsAsAt,
  sessionsOfOthers,
} from './sessions-attended.server';
import { trainedSince } from './trained.server';
import { verifyLive } from './verify-live.server';

/** Jo and Sam were at the INSET day of 2 October, entered on the 20th. */
function school() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.joins('2025-09-01', 'sam', { roleGroup: 'teacher' });
  const jo = record.attends('2025-10-20', 'inset', 'jo', '2025-10-02');
  const sam = record.attends('2025-10-20', 'inset', 'sam', '2025-10-02');
  const lines = (day: string) => linesAsAt(db, 'willow', sizeAsAt(db, 'willow', day));
  return { db, record, jo, sam, lines };
}
const rowsIn = (files: Files) =>
  parse(text(files, 'training-record.csv'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];

test('a session has the day it happened and the day it was entered, and is known from then on', () => {
  const { db, lines } = school();
  expect(lines('2025-10-19')).toEqual([]);
  expect(lines('2025-10-20')).toMatchObject([
    {
      ...{ personId: 'jo', moduleTitle: 'About inset', session: 'inset', cpdType: 'live' },
      ...{ sessionKind: 'INSET day', provider: 'Dr Ada Cole', publishedMinutes: 90 },
      ...{ completedOn: '2025-10-02', happenedOn: '2025-10-02', recordedOn: '2025-10-20' },
      ...{ status: 'current', standardMet: null, recordedByRole: 'lead', enteredFrom: 'register' },
    },
    { personId: 'sam' },
  ]);
  const later = laterEntries(db, 'willow', {
    ...{ date: '2025-10-10', size: sizeAsAt(db, 'willow', '2025-10-10'), limit: 10 },
  });
  expect(later.entries).toMatchObject([
    { verb: 'session attended', personId: 'jo', moduleTitle: 'About inset', session: 'inset' },
    { personId: 'sam' },
  ]);
  expect(sessionsAsAt(db, 'willow', sizeAsAt(db, 'willow', '2025-10-19'))).toEqual([]);
  expect(sessionsAsAt(db, 'willow', sizeNow(db, 'willow'))).toMatchObject([
    { session: 'inset', title: 'About inset', kind: 'INSET day', heldOn: '2025-10-02', people: 2 },
  ]);
});

test('who of a session was entered from the school’s own list is told from those of its register', () => {
  const { db, record } = school();
  record.add(
    '2026-04-13',
    'session attended',
    'inset',
    {
      ...{ title: 'Inset', kind: 'INSET day', provider: null, minutes: 90 },
      ...{ cpdType: 'live', enteredFrom: 'own list' },
    },
    { person: 'ann', happenedOn: '2025-10-02' },
  );
  expect(sessionsAsAt(db, 'willow', sizeAsAt(db, 'willow', '2026-04-12'))).toMatchObject([
    { people: 2, fromList: 0 },
  ]);
  expect(sessionsAsAt(db, 'willow', sizeNow(db, 'willow'))).toMatchObject([
    { people: 3, fromList: 1 },
  ]);
});

test('a session whom somebody attended who is not on the staff on the day is told from the others', () => {
  const { db, record, jo } = school();
  const others = (date: string) => [
    ...sessionsOfOthers(db, 'willow', { date, size: sizeNow(db, 'willow') }),
  ];
  record.joins('2025-10-21', 'new', { startDate: '2025-10-21' });
  record.attends('2025-10-22', 'twilight', 'new');
  expect(others('2025-10-30')).toEqual([]);
  // Not yet: whoever joined on the 21st.
  expect(others('2025-10-20')).toEqual(['twilight']);
  record.add('2025-11-01', 'left', 'jo', { leaveDate: '2025-11-01' }, { person: 'jo' });
  expect(others('2025-11-30')).toEqual(['inset']);
  expect(sessionsAsAt(db, 'willow', sizeNow(db, 'willow'))).toMatchObject([{}, { people: 2 }]);
  const reason = 'recorded for the wrong person' as const;
  record.add('2025-12-01', 'withdrawn', jo, { reason }, { person: 'jo' });
  expect(others('2025-12-02')).toEqual([]);
});

test('one person is taken off or put right, and the others stay as they are', () => {
  const { db, record, jo, sam, lines } = school();
  const reason = 'recorded for the wrong person' as const;
  record.add('2025-11-03', 'withdrawn', jo, { reason }, { person: 'jo' });
  const corrected = { reason: 'wrong hours', completedOn: '2025-10-03', minutes: 45 } as const;
  record.add('2025-11-04', 'corrected', sam, corrected, { person: 'sam' });
  expect(lines('2025-11-05')).toMatchObject([
    { personId: 'jo', status: 'withdrawn', completedOn: '2025-10-02', publishedMinutes: 90 },
    {
      ...{ personId: 'sam', status: 'current', completedOn: '2025-10-03', publishedMinutes: 45 },
      ...{ happenedOn: '2025-10-03', recordedOn: '2025-11-04', provider: 'Dr Ada Cole' },
    },
  ]);
  expect(lines('2025-11-02').map(({ status }) => status)).toEqual(['current', 'current']);
  expect(attendeesOf(db, 'willow', 'inset')).toMatchObject([
    { personId: 'jo', status: 'withdrawn' },
    { personId: 'sam', status: 'current', heldOn: '2025-10-03', minutes: 45 },
  ]);
  record.attends('2025-11-06', 'inset', 'jo', '2025-10-02');
  expect([...attendances(db, 'willow')]).toEqual([
    ['inset jo', false],
    ['inset sam', false],
  ]);
  const later = laterEntries(db, 'willow', {
    ...{ date: '2025-10-25', size: sizeAsAt(db, 'willow', '2025-10-25'), limit: 10 },
  });
  expect(later.entries.map(({ verb }) => verb)).toEqual([
    ...['withdrawn', 'corrected', 'session attended'],
  ]);
  expect(rebuild(db)).toBeNull();
  expect(verifyLive(db, null, {}).join('\n')).toMatch(/^Everything fits/);
});

test('a session is no module: it is in no column of coverage and no choice of modules', () => {
  const { db } = school();
  const size = sizeNow(db, 'willow');
  expect(filterChoices(db, 'willow', size).modules).toEqual([]);
  const question = { date: '2025-11-01', size, began: '2025-09-01', module: null };
  expect(coverageAsAt(db, 'willow', question)).toMatchObject({ staff: 2, modules: [], months: [] });
});

test('whoever was put down for a session after a day has been trained since, whenever it was', () => {
  const { db } = school();
  expect([...trainedSince(db, 'willow', '2025-10-20')].sort()).toEqual(['jo', 'sam']);
  expect([...trainedSince(db, 'willow', '2025-10-21')]).toEqual([]);
});

const late = { asAt: '2026-03-31' };

test('an export with sessions fits, whole or in part, and says how many there are', async () => {
  const { db, record } = lived();
  const jo = record.attends('2026-03-10', 'inset', 'jo', '2025-12-01');
  record.attends('2026-03-10', 'inset', 'sam', '2025-12-01');
  const corrected = { reason: 'wrong details', provider: null, cpdType: 'external' } as const;
  record.add('2026-03-12', 'corrected', jo, corrected, { person: 'jo', happenedOn: '2025-12-01' });
  const whole = await exported(db, late);
  expect(report(whole)).toMatch(/So is each of the 2 entries of sessions attended\./);
  const sessions = rowsIn(whole).filter(({ module_id }) => module_id === '');
  expect(sessions).toMatchObject([
    {
      ...{ staff_ref: 'jo', module_title: 'About inset', cpd_type: 'external', provider: '' },
      ...{ completed_on: '2025-12-01', recorded_on: '2026-03-12', published_minutes: '90' },
      ...{ standard_met: '', status: 'current', academic_year: '2025-26', content_version: '' },
    },
    { staff_ref: 'sam', cpd_type: 'live', provider: 'Dr Ada Cole', recorded_on: '2026-03-10' },
  ]);
  const part = await exported(db, { ...late, filter: { person: 'sam' } });
  expect(report(part)).toMatch(/Of 2 entries of sessions attended, 1 are not opened here\./);
  expect(text(part, 'openings.jsonl')).not.toContain('"jo"');
  const swapped = new Map(whole).set(
    'training-record.csv',
    Buffer.from(text(whole, 'training-record.csv').replace(',live,Dr Ada Cole,', ',live,Dr Bo,')),
  );
  expect(() => report(remade(swapped, key))).toThrow(/provider says “Dr Bo”.*“Dr Ada Cole”/);
});

test('an export that leaves a taking-off closed is found out', async () => {
  const { db, record } = lived();
  const jo = record.attends('2026-03-10', 'inset', 'jo');
  record.add('2026-03-12', 'withdrawn', jo, { reason: 'recorded in error' }, { person: 'jo' });
  const part = await exported(db, { ...late, filter: { person: 'jo' } });
  expect(report(part)).toMatch(/Everything fits/);
  const opened = text(part, 'openings.jsonl').split('\n');
  const withdrawal = Math.max(...opened.filter(Boolean).map((line) => JSON.parse(line).seq));
  const closed = opened.filter((line) => line === '' || JSON.parse(line).seq !== withdrawal);
  const files = new Map(part).set('openings.jsonl', Buffer.from(closed.join('\n')));
  expect(() => report(remade(files, key))).toThrow(/withdrawn.*is not opened/);
});

test('an export made before there were sessions still fits', async () => {
  const files = await exported(lived().db);
  const manifest = parseManifest(parseNote(text(files, 'manifest.note'))?.text ?? '');
  if (!manifest) throw new Error('no manifest');
  const rows = parse(text(files, 'training-record.csv'), { bom: true }) as string[][];
  const at = rows[0]?.indexOf('provider') ?? -1;
  expect(at).toBeGreaterThan(0);
  const csv = rows.map((cells) => cells.filter((_, i) => i !== at).join(',')).join('\r\n');
  const older = remade(new Map(files).set('training-record.csv', Buffer.from(`${csv}\r\n`)), key);
  expect(() => report(older)).toThrow(/does not have the columns/);
  const then = parseManifest(parseNote(text(older, 'manifest.note'))?.text ?? '');
  if (!then) throw new Error('no manifest');
  const said = manifestText({ ...then, format: 'Attune training record, 1' });
  older.set('manifest.note', Buffer.from(signNote(said, manifest.checkpoint.origin, key)));
  expect(report(older)).toMatch(/Everything fits/);
});

test('people have their sessions in what is held about them, and erasure leaves the session and takes the name', () => {
  const { db } = school();
  const held = recordedAbout(db, 'willow', 'jo');
  expect(held.training).toMatchObject([{ session: 'inset', moduleTitle: 'About inset' }]);
  expect(held.entries.map(({ verb }) => verb)).toContain('session attended');
});
