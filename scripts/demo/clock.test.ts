import { expect, test } from 'vitest';
import { DemoClock } from './clock';

const made = Date.parse('2026-11-21T20:00:00Z');

test('it goes forward only, and stops at the moment the school is made', () => {
  const clock = new DemoClock(made, 100);
  const began = clock.now().getTime();
  clock.goTo(began - 1000);
  expect(clock.now().getTime()).toBe(began);
  clock.pass(1_000_000);
  expect(clock.now().getTime()).toBe(made);
});

test('nothing happens at a weekend', () => {
  const clock = new DemoClock(made, 236);
  for (let daysAgo = 1; daysAgo <= 236; daysAgo += 1) {
    expect([0, 6]).not.toContain(new Date(clock.dayAt(daysAgo, 9)).getUTCDay());
  }
});
