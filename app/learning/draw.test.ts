import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '~/course/module';
import { drawItems, pointOf, shownOrder } from './draw.server';
import { testBank } from './test-module';

const seed = fc.stringMatching(/^[0-9a-f]{8}$/);
const bankOf = fc
  .array(
    fc.record({
      critical: fc.boolean(),
      outcome: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      forms: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 4, maxLength: 24 },
  )
  .map((points) =>
    points.flatMap(({ critical, outcome, forms }, n) =>
      Array.from(
        { length: forms },
        (_, form): Question => ({
          id: forms === 1 ? `p${n}` : `p${n}--${form}`,
          kind: 'one',
          stem: '',
          critical: critical && n < 4,
          pre: false,
          outcome,
          options: [],
        }),
      ),
    ),
  );
/** Goes one after another, each knowing the earlier ones. */
function goes(bank: Question[], seeds: string[]): string[][] {
  const all: string[][] = [];
  for (const s of seeds) all.push(drawItems(bank, 8, s, all));
  return all;
}

test('every critical point is drawn once in every go, and no point twice', () => {
  fc.assert(
    fc.property(bankOf, fc.array(seed, { minLength: 1, maxLength: 5 }), (bank, seeds) => {
      const critical = new Set(bank.filter((q) => q.critical).map((q) => pointOf(q.id)));
      for (const items of goes(bank, seeds)) {
        const points = items.map(pointOf);
        expect(new Set(points).size).toBe(points.length);
        for (const point of critical) expect(points).toContain(point);
      }
    }),
  );
});

test('a go has the size asked for whenever the bank has that many points', () => {
  fc.assert(
    fc.property(bankOf, seed, (bank, s) => {
      const points = new Set(bank.map((q) => pointOf(q.id))).size;
      expect(drawItems(bank, 8, s, [])).toHaveLength(Math.min(8, points));
    }),
  );
});

test('the same seed and history draw the same items in the same order', () => {
  fc.assert(
    fc.property(bankOf, fc.array(seed, { minLength: 1, maxLength: 4 }), (bank, seeds) => {
      expect(goes(bank, seeds)).toEqual(goes(bank, seeds));
    }),
  );
});

test('a critical point comes in another form than in the last go, where there is one', () => {
  fc.assert(
    fc.property(bankOf, fc.array(seed, { minLength: 2, maxLength: 5 }), (bank, seeds) => {
      const all = goes(bank, seeds);
      all.slice(1).forEach((items, n) => {
        const last = new Set(all[n]);
        for (const id of items) {
          const question = bank.find((q) => q.id === id);
          const forms = bank.filter((q) => q.critical && pointOf(q.id) === pointOf(id)).length;
          if (question?.critical && forms > 1) expect(last.has(id)).toBe(false);
        }
      });
    }),
  );
});

test('outcomes are balanced: none is drawn twice more than one that still has items to give', () => {
  fc.assert(
    fc.property(bankOf, seed, (bank, s) => {
      const drawn = drawItems(bank, 8, s, []).map((id) => bank.find((q) => q.id === id));
      const critical = (outcome?: number) =>
        drawn.filter((q) => q?.critical && q.outcome === outcome).length;
      const n = (outcome?: number) => drawn.filter((q) => q?.outcome === outcome).length;
      const taken = new Set(drawn.map((q) => pointOf(q?.id ?? '')));
      const left = new Set(
        bank.filter((q) => !q.critical && !taken.has(pointOf(q.id))).map((q) => q.outcome),
      );
      for (const open of left) {
        for (const other of new Set(bank.map((q) => q.outcome))) {
          // Critical items are drawn whatever their outcome; only the rest can be balanced.
          if (n(other) > critical(other)) expect(n(other) - n(open)).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test('within an outcome, items never asked come before items asked', () => {
  const asked = drawItems(testBank, 8, 'a', []);
  const again = drawItems(testBank, 8, 'b', [asked]);
  const fresh = (outcome: number) =>
    testBank.filter(
      (q) => q.outcome === outcome && !q.critical && !asked.includes(q.id) && !again.includes(q.id),
    );
  for (const id of again.filter((i) => asked.includes(i))) {
    expect(fresh(testBank.find((q) => q.id === id)?.outcome ?? 0)).toEqual([]);
  }
});

test('different seeds draw and shuffle differently', () => {
  const draws = new Set(
    Array.from({ length: 20 }, (_, n) => drawItems(testBank, 8, `seed ${n}`, []).join()),
  );
  expect(draws.size).toBeGreaterThan(15);
});

test('options are shown in an order that the seed decides, each of them once', () => {
  fc.assert(
    fc.property(seed, (s) => {
      for (const question of testBank) {
        const order = shownOrder(s, question);
        const length =
          question.kind === 'sort' ? question.statements.length : question.options.length;
        expect([...order].sort()).toEqual(Array.from({ length }, (_, n) => n));
        expect(shownOrder(s, question)).toEqual(order);
      }
    }),
  );
});
