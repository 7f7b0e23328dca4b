import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { sizeAsAt, sizeNow } from '~/record/as-at.server';
import { tableCsv } from '~/record/export/table-csv';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { changeWords, event, eventDetail } from '~db/schema';
import { isDue, meets } from './change-filter';
import { changeHistory, changesAsAt, changesSince } from './change-log.server';
import { changeTable } from './change-table.server';
import {
  type ChangeDetails,
  lookAgain,
  recordChange,
  reviseChange,
  withdrawChange,
} from './record-change.server';
import type { ChangeWords } from './words-digest';

const quiet: ChangeDetails & ChangeWords = {
  ...{ changedOn: '2026-09-02', reviewOn: '2026-12-01' },
  kind: 'environment',
  themes: ['f', 'c'],
  owner: 'pastoral lead',
  what: 'A quiet corner in each classroom.',
  why: 'Time out was taken in the corridor.',
};
const given = () => ({ ...quiet });

async function school() {
  const house = makeTestHouse();
  const { lead, head } = await makeSchool(house);
  const { attune, clock } = house;
  const { db } = attune;
  const log = (day?: string) =>
    changesAsAt(
      db,
      lead.schoolId,
      day ? sizeAsAt(db, lead.schoolId, day) : sizeNow(db, lead.schoolId),
    );
  const events = () => db.select().from(event).all().length;
  const csv = (asAt: string, filter = {}) => {
    const table = changeTable(db, lead.schoolId, sizeAsAt(db, lead.schoolId, asAt), filter);
    const text = [...tableCsv(table)].join('');
    return parse(text, { bom: true, columns: true }) as Record<string, string>[];
  };
  return { attune, db, clock, lead, head, log, events, csv };
}

test('a change is on the record, and its words are not', async () => {
  const { attune, db, lead, log } = await school();
  const id = recordChange(attune, lead, given());
  expect(log()).toMatchObject([
    {
      ...{ changeId: id, kind: 'environment', themes: ['c', 'f'], owner: 'pastoral lead' },
      ...{ changedOn: '2026-09-02', reviewOn: '2026-12-01', reviewedOn: null },
      ...{ status: 'current', reason: null, recordedOn: '2026-09-07', recordedByRole: 'lead' },
      ...{ words: { what: quiet.what, why: quiet.why }, altered: false },
    },
  ]);
  expect(JSON.stringify(db.select().from(eventDetail).all())).not.toContain('quiet corner');
  expect(rebuild(db)).toBeNull();
  expect(verifyLive(db, null, {}).join()).toMatch(/Everything fits/);
});

test('a form that is sent twice puts one change on the log; what differs in anything is another', async () => {
  const { attune, lead, head, log, events } = await school();
  const id = recordChange(attune, lead, given());
  const before = events();
  expect(recordChange(attune, head, { ...given(), themes: ['c', 'f', 'c'] })).toBe(id);
  expect(events()).toBe(before);
  for (const more of [{ why: 'For calm.' }, { themes: ['c' as const] }, { reviewOn: null }]) {
    expect(recordChange(attune, lead, { ...given(), ...more })).not.toBe(id);
  }
  expect(log()).toHaveLength(4);
  withdrawChange(attune, lead, id, 'recorded in error');
  expect(recordChange(attune, lead, given())).not.toBe(id);
});

test('words changed in the database are known by the record', async () => {
  const { attune, db, lead, log } = await school();
  recordChange(attune, lead, given());
  db.update(changeWords).set({ what: 'Something else altogether.' }).run();
  expect(log()).toMatchObject([{ altered: true }]);
});

test('what was put right, looked at or taken off later changes nothing about a past day', async () => {
  const { attune, db, clock, lead, head, log } = await school();
  const id = recordChange(attune, lead, given());
  clock.set('2026-10-05T09:00:00Z');
  const now = {
    ...given(),
    what: 'A quiet corner in Years 3 to 6.',
    reason: 'wrong details',
  } as const;
  reviseChange(attune, head, id, now);
  clock.set('2026-12-02T09:00:00Z');
  expect(log().filter((one) => isDue(one, '2026-12-02'))).toHaveLength(1);
  lookAgain(attune, lead, id, null);
  clock.set('2027-01-08T09:00:00Z');
  withdrawChange(attune, head, id, 'did not go ahead');

  expect(log('2026-09-06')).toEqual([]);
  expect(log('2026-10-04')).toMatchObject([{ words: { what: quiet.what }, reviewedOn: null }]);
  expect(log('2026-12-01')).toMatchObject([{ words: { what: now.what }, reviewOn: '2026-12-01' }]);
  expect(log('2027-01-07')).toMatchObject([{ reviewOn: null, reviewedOn: '2026-12-02' }]);
  expect(log()).toEqual([]);
  const since = (date: string) =>
    changesSince(db, lead.schoolId, { date, size: sizeAsAt(db, lead.schoolId, date) });
  expect(since('2026-09-01')).toEqual([]);
  expect(since('2026-09-06').map(({ reason }) => reason)).toEqual([
    null,
    'wrong details',
    'did not go ahead',
  ]);
  expect(since('2026-10-05').map(({ reason }) => reason)).toEqual(['did not go ahead']);
  expect(since('2027-01-08')).toEqual([]);
  expect(changeHistory(db, lead.schoolId, id)).toHaveLength(4);
  expect(rebuild(db)).toBeNull();
});

test('words that named somebody are gone for every day, and the record still fits', async () => {
  const { attune, db, clock, lead, log } = await school();
  const named = recordChange(attune, lead, { ...given(), why: 'Kofi was in the corridor.' });
  const other = recordChange(attune, lead, { ...given(), why: 'Ellie too.' });
  clock.set('2026-10-05T09:00:00Z');
  const again = { ...given(), why: 'Kofi was in the corridor.', reason: 'named somebody' } as const;
  expect(() => reviseChange(attune, lead, named, again)).toThrow(/without the name first/);
  reviseChange(attune, lead, named, { ...given(), reason: 'named somebody' });
  withdrawChange(attune, lead, other, 'named somebody');
  expect(JSON.stringify(db.select().from(changeWords).all())).not.toMatch(/Kofi|Ellie/);
  expect(log('2026-09-07')).toMatchObject([{ words: null }, { words: null }]);
  expect(log()).toMatchObject([{ changeId: named, words: { why: quiet.why }, altered: false }]);
  expect(rebuild(db)).toBeNull();
  expect(verifyLive(db, null, {}).join()).toMatch(/Everything fits/);
});

test('what cannot be is refused in words, and nothing is recorded', async () => {
  const { attune, lead, events } = await school();
  const id = recordChange(attune, lead, given());
  const before = events();
  const { personId } = lead;
  const stranger = { personId, schoolId: 'elsewhere', role: 'lead' as const };
  const reason = 'wrong details' as const;
  const refused: [() => unknown, RegExp][] = [
    [() => recordChange(attune, lead, { ...given(), changedOn: '2026-09-08' }), /still to come/],
    [() => recordChange(attune, lead, { ...given(), reviewOn: '2026-09-02' }), /comes after/],
    [() => reviseChange(attune, lead, id, { ...given(), reason }), /different yet/],
    [() => reviseChange(attune, stranger, id, { ...given(), reason }), /no such change/],
    [() => lookAgain(attune, lead, id, '2026-09-07'), /after today/],
    [() => lookAgain(attune, stranger, id, null), /no such change/],
    [() => withdrawChange(attune, stranger, id, 'recorded in error'), /no such change/],
    [() => changeHistory(attune.db, 'elsewhere', id), /no such change/],
  ];
  for (const [act, words] of refused) expect(act).toThrow(words);
  expect(events()).toBe(before);
  withdrawChange(attune, lead, id, 'recorded in error');
  expect(() => withdrawChange(attune, lead, id, 'recorded in error')).toThrow(/already/);
  expect(() => lookAgain(attune, lead, id, null)).toThrow(/already/);
});

test('the log reads back from CSV as it stands on screen, and no formula in it does anything', async () => {
  const { attune, clock, lead, log, csv } = await school();
  recordChange(attune, lead, given());
  recordChange(attune, lead, {
    ...given(),
    ...{ kind: 'policy' as const, themes: ['f' as const], owner: 'headteacher' as const },
    changedOn: '2026-09-04',
    ...{ what: '=HYPERLINK("http://x","y")', why: 'Two lines,\nand a "quote".', reviewOn: null },
  });
  clock.set('2026-10-05T09:00:00Z');
  recordChange(attune, lead, { ...given(), what: 'Later.' });
  const rows = csv('2026-09-30');
  expect(rows).toEqual([
    {
      ...{ date: '2026-09-04', a_to_j: 'f', type: 'policy', review_on: '' },
      what_changed: `'=HYPERLINK("http://x","y")`,
      ...{ why: 'Two lines,\nand a "quote".', owner_role: 'headteacher' },
    },
    {
      ...{ date: '2026-09-02', a_to_j: 'c; f', type: 'environment', review_on: '2026-12-01' },
      ...{ what_changed: quiet.what, why: quiet.why, owner_role: 'pastoral lead' },
    },
  ]);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...['date', 'a_to_j', 'type', 'what_changed', 'why', 'owner_role', 'review_on'],
  ]);
  for (const filter of [{}, { theme: 'c' }, { kind: 'policy' }] as const) {
    const onScreen = log('2026-10-05').filter(meets(filter));
    const exported = csv('2026-10-05', filter);
    expect(exported.map(({ date }) => date)).toEqual(onScreen.map(({ changedOn }) => changedOn));
  }
});
