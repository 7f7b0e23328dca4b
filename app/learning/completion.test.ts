import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alone, cpdTypeOf, dutiesOf, type Facts, isComplete, restsOnTogether } from './completion';
import { testModule } from './test-module';

const pages = testModule.pages.map((page) => page.id);
const facts = fc.record<Facts>({
  knownAlready: fc.boolean(),
  pages: fc.subarray(pages),
  scenarios: fc.subarray(['im-fine', 'miss-miss', 'of another version']),
  attempts: fc.array(fc.constantFrom(true, false, null), { maxLength: 4 }),
  committed: fc.boolean(),
});
const all: Facts = {
  knownAlready: false,
  pages: ['secure-base', 'labels'],
  scenarios: ['im-fine'],
  attempts: [false, true],
  committed: true,
};

test('completion is exactly: required pages or known already, one scenario, standard met, one commitment', () => {
  fc.assert(
    fc.property(facts, (f) => {
      const read = f.pages.includes('secure-base') && f.pages.includes('labels');
      const known = f.knownAlready && f.attempts[0] === true;
      const scenario = f.scenarios.includes('im-fine') || f.scenarios.includes('miss-miss');
      expect(isComplete(testModule, f)).toBe(
        (read || known) && scenario && f.attempts.some((met) => met === true) && f.committed,
      );
    }),
    { numRuns: 1000 },
  );
});

test('each thing left out alone is enough not to complete', () => {
  expect(isComplete(testModule, all)).toBe(true);
  expect(isComplete(testModule, { ...all, pages: ['labels'] })).toBe(false);
  expect(isComplete(testModule, { ...all, scenarios: [] })).toBe(false);
  expect(isComplete(testModule, { ...all, attempts: [false, null] })).toBe(false);
  expect(isComplete(testModule, { ...all, committed: false })).toBe(false);
});

test('a not yet at the first go brings back the ordinary route for whoever said they know it already', () => {
  const known = { ...all, knownAlready: true, pages: [] };
  expect(isComplete(testModule, { ...known, attempts: [true] })).toBe(true);
  expect(isComplete(testModule, { ...known, attempts: [false, true] })).toBe(false);
  expect(isComplete(testModule, { ...all, knownAlready: true })).toBe(true);
});

test('known already is recorded only when the quiz stood for pages that were not read', () => {
  expect(
    cpdTypeOf(testModule, { ...all, knownAlready: true, attempts: [true], pages: ['labels'] }),
  ).toBe('known already');
  expect(cpdTypeOf(testModule, { ...all, knownAlready: true, attempts: [true] })).toBe(
    'e-learning',
  );
  expect(cpdTypeOf(testModule, all)).toBe('e-learning');
});

test('with a group counts as alone does, and is recorded as together only when it would not be complete without', () => {
  fc.assert(
    fc.property(facts, facts, (f, room) => {
      const together = {
        pages: room.pages.filter((page) => !f.pages.includes(page)),
        scenarios: room.scenarios.filter((scenario) => !f.scenarios.includes(scenario)),
      };
      const both: Facts = {
        ...f,
        pages: [...f.pages, ...together.pages],
        scenarios: [...f.scenarios, ...together.scenarios],
      };
      const withOthers = { ...both, together };
      expect(alone(withOthers)).toEqual(f);
      expect(isComplete(testModule, withOthers)).toBe(isComplete(testModule, both));
      expect(restsOnTogether(testModule, withOthers)).toBe(
        isComplete(testModule, both) && !isComplete(testModule, f),
      );
      if (isComplete(testModule, both)) {
        expect(cpdTypeOf(testModule, withOthers)).toBe(
          isComplete(testModule, f) ? cpdTypeOf(testModule, f) : 'together',
        );
      }
    }),
    { numRuns: 1000 },
  );
  const inTheRoom = { pages: ['labels'], scenarios: ['im-fine'] };
  expect(cpdTypeOf(testModule, { ...all, together: inTheRoom })).toBe('together');
  expect(cpdTypeOf(testModule, { ...all, together: { pages: ['more'], scenarios: [] } })).toBe(
    'e-learning',
  );
});

test('doing more never undoes a completion', () => {
  fc.assert(
    fc.property(facts, facts, (f, more) => {
      fc.pre(isComplete(testModule, f));
      const both: Facts = {
        knownAlready: f.knownAlready,
        pages: [...f.pages, ...more.pages],
        scenarios: [...f.scenarios, ...more.scenarios],
        attempts: [...f.attempts, ...more.attempts],
        committed: true,
      };
      expect(isComplete(testModule, both)).toBe(true);
    }),
  );
});

test('a version that has no scenario, quiz or commitment cannot be completed', () => {
  for (const type of ['scenario', 'quiz', 'commit']) {
    const without = {
      ...testModule,
      pages: testModule.pages.filter((page) => page.segments.every((s) => s.type !== type)),
    };
    expect(isComplete(without, all)).toBe(false);
  }
});

test('what a version asks for stands in the order of its pages, the scenarios together', () => {
  expect(dutiesOf(testModule)).toEqual([
    { kind: 'page', pages: ['secure-base'] },
    { kind: 'page', pages: ['labels'] },
    { kind: 'scenario', pages: ['im-fine', 'miss-miss'] },
    { kind: 'quiz', pages: ['quiz'] },
    { kind: 'commit', pages: ['one-thing'] },
  ]);
});
