import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './london-date';
import { monthsBack, monthsFrom } from './whole-months';

test('months are whole, and the same in every zone', () => {
  const { TZ } = process.env;
  for (const zone of ['Europe/London', 'America/New_York', 'Pacific/Auckland']) {
    process.env.TZ = zone;
    expect(monthsFrom('2026-03-01', '2026-03-31')).toBe(0);
    expect(monthsFrom('2026-01-31', '2026-02-28')).toBe(0);
    expect(monthsFrom('2024-02-29', '2026-03-01')).toBe(24);
    expect(monthsFrom('2025-12-31', '2026-12-31')).toBe(12);
  }
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test('what comes after so many months back is fewer whole months away, and nothing else is', () => {
  const day = fc.nat({ max: 4000 }).map((n) => addDays('2020-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), fc.nat({ max: 1500 }), (to, months, ago) => {
      const from = addDays(to, -ago);
      expect(from > monthsBack(to, months)).toBe(monthsFrom(from, to) < months);
    }),
    {
      examples: [
        ['2028-02-29', 24, 731],
        ['2026-02-28', 24, 730],
      ],
    },
  );
});
