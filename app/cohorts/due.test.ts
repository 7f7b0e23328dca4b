import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { dueFrom } from './due';

test('whoever comes later has as many days as the cohort had', () => {
  const given = { givenOn: '2026-09-07', dueOn: '2026-10-07' };
  expect(dueFrom(given, '2026-09-07')).toBe('2026-10-07');
  expect(dueFrom(given, '2027-01-04')).toBe('2027-02-03');
});

test('nobody has fewer days than the cohort, or a date before their first day or the cohort’s own', () => {
  const days = fc.integer({ min: 0, max: 800 });
  fc.assert(
    fc.property(days, days, days, (after, length, later) => {
      const givenOn = addDays('2026-01-01', after);
      const dueOn = addDays(givenOn, length);
      const from = addDays('2026-01-01', later);
      const own = dueFrom({ givenOn, dueOn }, from);
      expect(own >= dueOn && own >= from).toBe(true);
      expect(own >= addDays(from, length)).toBe(true);
      expect(own === dueOn || own === addDays(from, length)).toBe(true);
    }),
  );
});
