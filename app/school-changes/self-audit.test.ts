import { expect, test } from 'vitest';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { londonDate } from '~/record/london-date';
import { termInWords, termOf } from '~/record/term';
import { selfAuditAsAt, takeOutAudit, writeAudit } from './self-audit.server';

async function school() {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune, clock } = house;
  const audit = (day = londonDate(attune.now())) =>
    selfAuditAsAt(attune.db, lead.schoolId, day).map(({ theme, moment, words }) => [
      theme,
      moment,
      words,
    ]);
  return { attune, clock, lead, audit };
}

test('a baseline once, then a few words each term, and any past day as it was', async () => {
  const { attune, clock, lead, audit } = await school();
  writeAudit(attune, lead, 'f', 'Sanctions only.');
  writeAudit(attune, lead, 'f', 'Sanctions, and a talk after.');
  expect(audit()).toEqual([['f', 'baseline', 'Sanctions, and a talk after.']]);
  clock.set('2026-11-02T09:00:00Z');
  writeAudit(attune, lead, 'f', 'Two lines changed.');
  clock.set('2026-12-01T09:00:00Z');
  writeAudit(attune, lead, 'f', 'Three lines changed.');
  clock.set('2027-02-01T09:00:00Z');
  writeAudit(attune, lead, 'f', 'All staff use them.');
  writeAudit(attune, lead, 'a', 'Some have practised.');
  expect(audit('2026-10-31')).toEqual([['f', 'baseline', 'Sanctions, and a talk after.']]);
  expect(audit('2026-11-30')[1]).toEqual(['f', '2026 autumn', 'Two lines changed.']);
  expect(audit()).toEqual([
    ['a', 'baseline', 'Some have practised.'],
    ['f', 'baseline', 'Sanctions, and a talk after.'],
    ['f', '2026 autumn', 'Three lines changed.'],
    ['f', '2027 spring', 'All staff use them.'],
  ]);
  expect(selfAuditAsAt(attune.db, 'elsewhere', '2027-02-01')).toEqual([]);
});

test('words that named somebody are gone for every day, and the line may be written again', async () => {
  const { attune, clock, lead, audit } = await school();
  writeAudit(attune, lead, 'g', 'Ellie’s mother told us.');
  clock.set('2026-11-02T09:00:00Z');
  const one = { theme: 'g', moment: 'baseline' } as const;
  const stranger = { ...lead, schoolId: 'elsewhere' };
  expect(() => takeOutAudit(attune, stranger, one)).toThrow(/Nothing is written/);
  takeOutAudit(attune, lead, one);
  expect(audit('2026-09-07')).toEqual([['g', 'baseline', null]]);
  writeAudit(attune, lead, 'g', 'A parent told us.');
  expect(audit()).toEqual([['g', 'baseline', 'A parent told us.']]);
});

test('a day has its term', () => {
  expect(
    ['2026-09-01', '2026-12-31', '2027-01-01', '2027-04-30', '2027-05-01'].map(termOf),
  ).toEqual(['2026 autumn', '2026 autumn', '2027 spring', '2027 spring', '2027 summer']);
  expect(termInWords('2026 autumn')).toBe('Autumn term 2026');
});
