import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { histories, live } from './example-history';
import { linesAsAt, staffAsAt } from './rows.server';
import { monthsOfCompletions, trainedOfGroup } from './trained-group.server';

test('how many of a role group are trained, and in which months, is what the lines of that day say', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const db = makeTestDb();
      const { days } = live(db, history);
      for (const date of [days[Math.floor(days.length / 2)] ?? '', days.at(-1) ?? '']) {
        const size = sizeAsAt(db, 'willow', date);
        const lines = linesAsAt(db, 'willow', size).filter(
          ({ status, session }) => status === 'current' && session === null,
        );
        const there = staffAsAt(db, 'willow', size).filter(
          ({ startDate, leaveDate }) => startDate <= date && (leaveDate ?? date) >= date,
        );
        const whole = lines.filter(({ cpdType }) => cpdType !== 'refresher');
        const trained = there.filter(({ personId }) =>
          whole.some((line) => line.personId === personId),
        );
        const asked = { date, size, roleGroup: 'teaching assistant' };
        expect(trainedOfGroup(db, 'willow', asked)).toEqual({
          staff: there.length,
          trained: trained.length,
        });
        const months = lines.map(({ completedOn }) => completedOn?.slice(0, 7) ?? '');
        expect(monthsOfCompletions(db, 'willow', size)).toEqual([...new Set(months)].sort());
      }
      db.$client.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);
