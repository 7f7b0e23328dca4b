import { expect, test } from 'vitest';
import { monthsFrom } from './whole-months';

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
