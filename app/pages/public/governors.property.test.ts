import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAttempt } from '~/learning/quiz.server';
import { startModule } from '~/learning/start.server';
import { makeTestSchool } from '~/learning/test-school';
import { firstAndLater } from '~/learning/understanding/first-and-later.server';
import { fewest } from '~/learning/understanding/in-fives';
import { understoodSection } from '~/pages/evidence/summary-said';
import { addDays } from '~/record/london-date';
import { attempt } from '~db/schema';

const began = '2026-10-01';
const days = 6;

interface Go {
  /** So many days after the first. */
  day: number;
  met: boolean;
}

/** What a page of totals says about understanding on every day, of a school whose people went in this order. */
function everyPage(goes: readonly Go[]): string[] {
  const { attune, join } = makeTestSchool();
  goes.forEach(({ day, met }, n) => {
    const who = join();
    const enrolmentId = startModule(attune, who, { module: 'patterns' });
    const id = openAttempt(attune, who, { enrolmentId });
    attune.db
      .update(attempt)
      .set({ markedAt: Date.parse(`${addDays(began, day)}T12:00:00Z`) + n, standardMet: met })
      .where(eq(attempt.id, id))
      .run();
  });
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(began, day);
    const found = firstAndLater(attune.db, 'school', { date, today: addDays(began, days) });
    return JSON.stringify(understoodSection(found, ''));
  });
}

/** The same school, but that in each five others met it, as many as before, and of those still waiting anyone did. */
function othersMetIt(goes: readonly Go[], turn: number, waiting: readonly boolean[]): Go[] {
  const whole = goes.length - (goes.length % fewest);
  return goes.map((go, n) => {
    if (n >= whole) return { ...go, met: waiting[n - whole] ?? !go.met };
    const five = n - (n % fewest);
    return { ...go, met: goes[five + ((n + turn) % fewest)]?.met ?? go.met };
  });
}

const history = fc
  .array(fc.record({ day: fc.nat({ max: days - 1 }), met: fc.boolean() }), {
    maxLength: 13,
    size: 'max',
  })
  .map((goes) => [...goes].sort((a, b) => a.day - b.day));

test('whoever of a five met the standard, and whoever waits to be counted, every page of every day says the same', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: fewest - 1 }),
      fc.array(fc.boolean(), { minLength: fewest, maxLength: fewest }),
      (goes, turn, waiting) => {
        expect(everyPage(othersMetIt(goes, turn, waiting))).toEqual(everyPage(goes));
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test('and a page does move when a whole five is counted: the test above can fail', () => {
  const ten = Array.from({ length: 2 * fewest }, () => ({ day: 1, met: true }));
  const [before, after] = everyPage(ten);
  expect(after).not.toBe(before);
  expect(everyPage(ten.slice(fewest))[1]).toContain('5 counted, too few to say more');
  const others = ten.map((go, n) => ({ ...go, met: n > 3 }));
  expect(everyPage(others)[1]).not.toBe(after);
});
