import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isComplete } from './completion';
import { currentEnrolment } from './enrolments.server';
import { standingOf } from './facts.server';
import {
  type Act,
  act,
  isFulfilled,
  type Learner,
  newLearner,
  school,
  tryToPlay,
} from './test-learner';
import { testModule } from './test-module';

test('no sequence of acts completes without meeting the rule, and every sequence that meets it completes once', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const learner = newLearner();
      const { model, ta } = learner;
      tryToPlay(learner, { do: 'start' });
      for (const next of acts) {
        tryToPlay(learner, next);
        const fulfilled = isFulfilled(model);
        const enrolled = currentEnrolment(school.attune.db, ta, 'patterns');
        if (!enrolled) throw new Error('not started');
        const { facts } = standingOf(school.attune.db, enrolled);
        expect(isComplete(testModule, facts)).toBe(fulfilled);
        expect(enrolled.completedAt !== null).toBe(fulfilled);
        expect(school.verbs(ta).filter((verb) => verb === 'completed')).toHaveLength(
          fulfilled ? 1 : 0,
        );
      }
    }),
    { numRuns: 150 },
  );
});

/** What there is to know about where a learner stands, without ids, times, ciphers and draws. */
function outcome({ ta }: Learner) {
  const enrolled = currentEnrolment(school.attune.db, ta, 'patterns');
  if (!enrolled) return null;
  const { facts } = standingOf(school.attune.db, enrolled);
  return {
    done: enrolled.completedAt !== null,
    facts: { ...facts, pages: [...facts.pages].sort(), scenarios: [...facts.scenarios].sort() },
    record: school.verbs(ta).sort(),
  };
}

function afterPlaying(acts: readonly Act[]): Learner {
  const learner = newLearner();
  for (const next of [{ do: 'start' } as Act, ...acts]) tryToPlay(learner, next);
  return learner;
}

/** Acts that do not wait for one another: their order is the learner's own. */
const independent: Act[] = [
  { do: 'continue', page: 'secure-base' },
  { do: 'continue', page: 'labels' },
  { do: 'summary', scenario: 'im-fine' },
  { do: 'whole go', wrong: 0 },
  { do: 'commit' },
];

test('independent acts lead to the same end in any order, each done any number of times', () => {
  const orders = fc
    .array(fc.constantFrom(...independent), { maxLength: 8 })
    .map((more) => [...independent, ...more])
    .chain((acts) => fc.shuffledSubarray(acts, { minLength: acts.length }));
  const straight = outcome(afterPlaying(independent));
  expect(straight?.done).toBe(true);
  fc.assert(
    fc.property(orders, (acts) => {
      expect(outcome(afterPlaying(acts))).toEqual(straight);
    }),
    { numRuns: 60 },
  );
});

test('sending again what was accepted, in any order and any number of times, changes nothing', () => {
  const again = fc.array(fc.nat(), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), again, (acts, picks) => {
      const learner = afterPlaying(acts);
      const before = outcome(learner);
      for (const request of learner.sent) request();
      for (const pick of picks) learner.sent[pick % learner.sent.length]?.();
      expect(outcome(learner)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
