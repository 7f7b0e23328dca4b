import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOfWhole } from './progress-share';

const parts = [
  { file: 'training-record', bytes: 1000 },
  { file: 'leaves', bytes: 8000 },
  { file: 'summary', bytes: 1000 },
];
const come = (file: string, rows: number, of: number | null, bytes: number) => ({
  progress: { file, rows, of, parts },
  bytes,
});

test('one bar goes over all parts of a file, each with its share', () => {
  const share = shareOfWhole();
  expect(share(come('training-record', 0, 10, 0))).toBe(0);
  expect(share(come('training-record', 10, 10, 500))).toBeCloseTo(0.05);
  expect(share(come('leaves', 0, 100, 1000))).toBeCloseTo(0.1);
  expect(share(come('leaves', 50, 100, 9000))).toBeCloseTo(0.5);
  expect(share(come('summary', 0, null, 9000))).toBeCloseTo(0.9);
  expect(share(come('summary', 0, null, 9500))).toBeCloseTo(0.95);
});

test('rows that were made are not taken for come, and the bar is not full before the file is saved', () => {
  const share = shareOfWhole();
  const csv = (bytes: number) =>
    share({
      progress: {
        ...{ file: 'training-record', rows: 150, of: 150 },
        parts: [{ file: 'training-record', bytes: 1, each: 100 }],
      },
      bytes,
    });
  expect(csv(0)).toBe(0);
  expect(csv(7500)).toBeCloseTo(0.5);
  expect(csv(90_000)).toBe(0.99);
});

test('where nobody can say how far it is, there is no bar', () => {
  const share = shareOfWhole();
  expect(share({ progress: { file: 'who-looked', rows: 3, of: null }, bytes: 10 })).toBeNull();
});

test('it never goes back, whatever comes', () => {
  const some = fc.array(
    fc.record({
      file: fc.constantFrom('', 'training-record', 'leaves', 'summary', 'another'),
      rows: fc.nat({ max: 50 }),
      of: fc.option(fc.nat({ max: 50 })),
      bytes: fc.nat({ max: 5000 }),
    }),
  );
  fc.assert(
    fc.property(some, (all) => {
      const share = shareOfWhole();
      let [before, sum] = [0, 0];
      for (const { file, rows, of, bytes } of all) {
        sum += bytes;
        const now = share(come(file, rows, of, sum)) ?? before;
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeLessThanOrEqual(0.99);
        before = now;
      }
    }),
  );
});
