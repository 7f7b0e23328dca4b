import { expect, test } from 'vitest';
import { followUp, outcomeConfidence } from '~db/schema';
import { afterwards } from './afterwards.server';
import { deleteCommitmentWords } from './commitment.server';
import { confidenceOf } from './confidence.server';
import { answerFollowUp, deleteHappened, readFollowUp, skipFollowUp } from './follow-up.server';
import { startModule } from './start.server';
import { complete, on } from './test-completed';
import { testModule } from './test-module';
import { makeTestSchool } from './test-school';
import { wordsOf } from './words.server';

/** No term dates: eight school weeks are forty weekdays, from 7 September to 2 November 2026. */
function looked() {
  const made = makeTestSchool();
  const { enrolmentId } = complete(on(made.attune, '2026-09-07'), made.ta);
  return { ...made, enrolmentId, now: on(made.attune, '2026-11-02') };
}
const slug = testModule.slug;

test('eight school weeks on, their own words come back as a question; a day before, not', () => {
  const { attune, ta, now } = looked();
  expect(afterwards(on(attune, '2026-10-30'), ta).followUps).toEqual([]);
  expect(() => readFollowUp(on(attune, '2026-10-30'), ta, slug)).toThrow(/nothing to look back/);
  expect(afterwards(now, ta).followUps).toEqual([{ module: slug, title: testModule.title }]);
  expect(readFollowUp(now, ta, slug)).toMatchObject({
    commitment: { what: 'Say when I am back', when: 'Monday' },
    said: null,
  });
});

test('what happened is kept encrypted, confidence is a third moment, and it is asked once', () => {
  const { ta, now, enrolmentId } = looked();
  const said = { enrolmentId, tried: 'in part', happened: 'Two days of five.' } as const;
  answerFollowUp(now, ta, { ...said, levels: { 1: 4, 3: 2 } });
  answerFollowUp(now, ta, { ...said, levels: { 1: 5 } });
  expect(now.db.select().from(followUp).get()?.happened).not.toContain('Two days');
  expect(readFollowUp(now, ta, slug).said).toEqual({
    tried: 'in part',
    happened: 'Two days of five.',
  });
  expect(confidenceOf(now.db, enrolmentId).later).toEqual({ 1: 5, 3: 2 });
  expect(now.db.select().from(outcomeConfidence).all()).toHaveLength(2);
  expect(afterwards(now, ta).followUps).toEqual([]);
  expect(wordsOf(now, ta).happened).toMatchObject([{ enrolmentId, text: 'Two days of five.' }]);
  deleteHappened(now, ta, { enrolmentId });
  expect(wordsOf(now, ta).happened).toEqual([]);
});

test('skipped, it is not asked again; after 26 school weeks nobody asks', () => {
  const { attune, ta, other, now, enrolmentId } = looked();
  const { enrolmentId: theirs } = complete(on(attune, '2026-09-07'), other);
  skipFollowUp(now, ta, { enrolmentId });
  expect(afterwards(now, ta).followUps).toEqual([]);
  expect(() => readFollowUp(now, ta, slug)).toThrow();
  expect(afterwards(now, other).followUps).toHaveLength(1);
  expect(afterwards(on(attune, '2027-06-01'), other).followUps).toEqual([]);
  expect(() => skipFollowUp(now, ta, { enrolmentId: theirs })).toThrow();
});

test('words that were deleted do not come back, and the question stands without them', () => {
  const { ta, now, enrolmentId } = looked();
  deleteCommitmentWords(now, ta, { enrolmentId });
  expect(readFollowUp(now, ta, slug).commitment).toBeNull();
});

test('nobody can look back on another’s module, or on one that is under way', () => {
  const { attune, ta, other, now, enrolmentId } = looked();
  const answer = { enrolmentId, tried: 'yes', happened: '', levels: {} } as const;
  expect(() => answerFollowUp(now, other, answer)).toThrow(/not started/);
  const open = startModule(attune, other, { module: slug });
  expect(() => answerFollowUp(now, other, { ...answer, enrolmentId: open })).toThrow(/completed/);
  expect(() => readFollowUp(now, other, slug)).toThrow();
  expect(readFollowUp(now, ta, slug).enrolmentId).toBe(enrolmentId);
});
