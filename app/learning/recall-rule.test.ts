import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointOf } from './draw.server';
import {
  chooseRecall,
  itemsAMoment,
  momentAt,
  moments,
  mostInAFortnight,
  type Offered,
  planRecall,
} from './recall-rule.server';
import { testBank } from './test-module';

const dayMs = 24 * 3_600_000;

test('the moment that counts is the latest that has come, until a school year is over', () => {
  expect([0, 4, 5, 19, 20, 59, 60, 129, 130, 194, 195].map(momentAt)).toEqual([
    null,
    null,
    1,
    1,
    4,
    4,
    12,
    12,
    26,
    26,
    null,
  ]);
});

test('two modules on one day give five questions now, and the sixth a fortnight later', () => {
  const completed = ['a', 'b'].map((enrolmentId) => ({ enrolmentId, schoolDays: 5 }));
  const first = planRecall(0, completed, []);
  expect(first.map(({ n }) => n)).toEqual([3, 2]);
  const offered = first.flatMap(({ enrolmentId, weeks, n }) =>
    Array.from({ length: n }, () => ({ enrolmentId, weeks, askedAt: 0 })),
  );
  expect(planRecall(14 * dayMs - 1, completed, offered)).toEqual([]);
  expect(planRecall(14 * dayMs, completed, offered)).toEqual([
    { enrolmentId: 'b', weeks: 1, n: 1 },
  ]);
});

/** Modules completed on some days, and days on which the learner takes or skips whatever is offered. */
const histories = fc.record({
  completedOn: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 }),
  visits: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }),
});

test('whatever was completed and however often one looks, no fortnight holds more than five, and no moment more than three', () => {
  fc.assert(
    fc.property(histories, ({ completedOn, visits }) => {
      const offered: Offered[] = [];
      for (const today of [...visits].sort((a, b) => a - b)) {
        const completed = completedOn.flatMap((day, n) =>
          day <= today
            ? [{ enrolmentId: `e${n}`, schoolDays: Math.floor(((today - day) * 5) / 7) }]
            : [],
        );
        for (const { enrolmentId, weeks, n } of planRecall(today * dayMs, completed, offered)) {
          const schoolDays = completed.find((c) => c.enrolmentId === enrolmentId)?.schoolDays;
          expect(schoolDays).toBeGreaterThanOrEqual(weeks * 5);
          for (let i = 0; i < n; i += 1) {
            offered.push({ enrolmentId, weeks, askedAt: today * dayMs });
          }
        }
      }
      for (const { askedAt, enrolmentId, weeks } of offered) {
        const window = offered.filter(
          (o) => o.askedAt <= askedAt && o.askedAt > askedAt - 14 * dayMs,
        );
        expect(window.length).toBeLessThanOrEqual(mostInAFortnight);
        const moment = offered.filter((o) => o.enrolmentId === enrolmentId && o.weeks === weeks);
        expect(moment.length).toBeLessThanOrEqual(itemsAMoment);
        expect(moments).toContain(weeks);
      }
    }),
    { numRuns: 300 },
  );
});

const none = { quiz: [], recall: [], already: [] };
const met = (item: string, missed: boolean, at = 1) => ({ item, missed, at });

test('what was wrong or guessed comes first, in the other form where there is one', () => {
  const quiz = [met('item-3', true), met('no-diagnosis--a', true), met('item-5', false)];
  const chosen = chooseRecall(testBank, { ...none, quiz }, 3, 'seed');
  expect(chosen.slice(0, 2).sort()).toEqual(['item-3', 'no-diagnosis--b']);
});

test('a point that was missed in the quiz and right since gives way to the rest', () => {
  const quiz = [met('item-3', true), met('item-4', true)];
  const recall = [met('item-3', false, 2)];
  const [first] = chooseRecall(testBank, { quiz, recall, already: [] }, 3, 'seed');
  expect(first).toBe('item-4');
});

test('the rest is balanced by outcome', () => {
  const outcomes = chooseRecall(testBank, none, 5, 'seed').map(
    (id) => testBank.find((q) => q.id === id)?.outcome,
  );
  expect([...outcomes].sort()).toEqual([1, 2, 3, 4, 5]);
});

test('whatever went before, items are of the bank, no point comes twice at one moment, and the same seed asks the same', () => {
  const ids = testBank.map((q) => q.id);
  const some = fc.array(
    fc.record({
      item: fc.constantFrom(...ids, 'gone-since'),
      missed: fc.boolean(),
      at: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 30 },
  );
  const already = fc.subarray(ids, { maxLength: 2 });
  fc.assert(
    fc.property(some, some, already, fc.nat({ max: 25 }), (quiz, recall, already, n) => {
      const history = { quiz, recall, already };
      const chosen = chooseRecall(testBank, history, n, 'seed');
      const had = already.map(pointOf);
      expect(chosen.every((id) => ids.includes(id))).toBe(true);
      expect(new Set(chosen.map(pointOf)).size).toBe(chosen.length);
      expect(chosen.some((id) => had.includes(pointOf(id)))).toBe(false);
      expect(chosen.length).toBeLessThanOrEqual(n);
      expect(chooseRecall(testBank, history, n, 'seed')).toEqual(chosen);
    }),
  );
});
