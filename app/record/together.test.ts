import { expect, test } from 'vitest';
import { sizeAsAt, sizeNow } from './as-at.server';
import { exported, lived, report, text } from './example-export';
import { laterEntries } from './later-entries.server';
import { linesAsAt } from './rows.server';
import { exemptFrom, togetherOf, withLeaders } from './together.server';

const late = { asAt: '2026-03-31' };

/** Sam started with a group on 8 March, entered on the 10th; Lee, who led it, is on the staff list. */
function school() {
  const { db, record } = lived();
  record.joins('2026-01-07', 'lee', { name: 'Lee Lead', startDate: '2025-09-01' });
  const started = record.starts('2026-03-10', 'e4', 'sam');
  const entry = record.together('2026-03-10', 'm1', 'e4', 'sam');
  return { db, record, started, entry };
}
const mistake = { reason: 'recorded for the wrong person' } as const;
const about = { person: 'sam', module: 'patterns' };

test('an export of what was done together fits, whole and in part, also once it fell, and says of nobody who led it', async () => {
  const { db, record, started, entry } = school();
  const choices = [
    late,
    { ...late, filter: { person: 'sam' } },
    { ...late, filter: { module: 'patterns' } },
  ];
  const allFit = async () => {
    for (const choice of choices) {
      const files = await exported(db, choice);
      expect(report(files)).toMatch(/Everything fits/);
      expect(text(files, 'openings.jsonl')).not.toMatch(/"ledBy"|"session"|"m1"/);
    }
  };
  await allFit();
  record.add('2026-03-12', 'withdrawn', entry, mistake, about);
  await allFit();
  record.add('2026-03-12', 'withdrawn', started, mistake, about);
  await allFit();
  const files = await exported(db, { ...late, filter: { person: 'sam' } });
  const opened = text(files, 'openings.jsonl').split('\n').filter(Boolean);
  const last = Math.max(...opened.map((line) => JSON.parse(line).seq));
  const closed = opened.filter((line) => JSON.parse(line).seq !== last);
  const without = new Map(files).set('openings.jsonl', Buffer.from(`${closed.join('\n')}\n`));
  expect(() => report(without)).toThrow(/withdrawn.*is not opened/);
});

test('who led it has the name of the day asked about, and what was entered afterwards is told as such', () => {
  const { db, record, entry } = school();
  record.add('2026-03-20', 'details changed', 'lee', { name: 'Lee Newname' });
  record.add('2026-03-21', 'withdrawn', entry, mistake, { ...about, happenedOn: '2026-03-08' });
  const on = (day: string) => {
    const size = sizeAsAt(db, 'willow', day);
    return withLeaders({ db, school: 'willow', size }, linesAsAt(db, 'willow', size)).find(
      ({ rowId }) => rowId === 'e4',
    )?.together;
  };
  expect(on('2026-03-19')).toEqual([{ session: 'm1', heldOn: '2026-03-08', leader: 'Lee Lead' }]);
  expect(on('2026-03-20')).toMatchObject([{ leader: 'Lee Newname' }]);
  expect(on('2026-03-21')).toEqual([]);
  expect(togetherOf(db, 'willow', 'sam').size).toBe(0);
  const later = (date: string) =>
    laterEntries(db, 'willow', { date, size: sizeAsAt(db, 'willow', date), limit: 10 }).entries.map(
      ({ verb, completion }) => [verb, completion],
    );
  expect(later('2026-03-09')).toEqual([
    ['did together', 0],
    ['withdrawn', 0],
  ]);
  expect(exemptFrom(db, 'willow', 'patterns').size).toBe(0);
  const exempting = { reason: 'trained elsewhere' } as const;
  record.assigns('2026-03-22', 'a9', 'lee', '2026-06-01', 'third');
  record.add('2026-03-23', 'exempted', 'a9', exempting, { person: 'lee', module: 'third' });
  expect([...exemptFrom(db, 'willow', 'third')]).toEqual(['lee']);
  expect(sizeNow(db, 'willow')).toBeGreaterThan(0);
});
