import { addDays, addMonths } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answer, attempt, type checkAnswer, event, person } from '~db/schema';
import { attemptById } from './attempts.server';
import { commitTo, readCommitment } from './commitment.server';
import { quizOf } from './parts';
import { answerItem, openAttempt } from './quiz.server';
import { reflectionsIn, saveReflection } from './reflections.server';
import { deleteWhatIsDue } from './retention.server';
import { startModule } from './start.server';
import { testModule } from './test-module';
import { makeTestSchool } from './test-school';

function learn() {
  const { attune, ta, other } = makeTestSchool();
  const enrolmentId = startModule(attune, ta, { module: testModule.slug });
  const attemptId = openAttempt(attune, ta, { enrolmentId });
  for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
    const question = quizOf(testModule)?.bank.find((q) => q.id === item);
    const pick = question?.kind === 'sort' ? question.statements.map(() => 0) : [0];
    answerItem(attune, ta, { attemptId, item, pick, confidence: 'sure' });
  }
  commitTo(attune, ta, {
    enrolmentId,
    what: 'Say when I am back',
    when: 'Monday',
    know: 'I kept it',
  });
  return { attune, ta, other, enrolmentId };
}

const count = (
  attune: ReturnType<typeof learn>['attune'],
  table: typeof answer | typeof checkAnswer,
) => attune.db.select().from(table).all().length;

test('answers go after 24 months and not a day before; the record does not change', () => {
  const { attune } = learn();
  const began = attune.now();
  const answers = count(attune, answer);
  expect(answers).toBeGreaterThan(0);
  const events = attune.db.select().from(event).all();

  deleteWhatIsDue({ ...attune, now: () => addDays(addMonths(began, 24), -1) });
  expect(count(attune, answer)).toBe(answers);
  deleteWhatIsDue({ ...attune, now: () => addDays(addMonths(began, 24), 1) });
  expect(count(attune, answer)).toBe(0);
  expect(attune.db.select().from(attempt).get()?.seed).toBe('');
  expect(attune.db.select().from(event).all()).toEqual(events);
});

test('a leaver’s private words go 30 days after their last day; others keep theirs', () => {
  const { attune, ta, other, enrolmentId } = learn();
  const prompt = testModule.pages.flatMap((p) => p.segments).find((s) => s.type === 'reflect');
  if (prompt?.type !== 'reflect') throw new Error('the test module has no prompt');
  for (const who of [ta, other]) {
    const mine = startModule(attune, who, { module: testModule.slug });
    saveReflection(attune, who, { enrolmentId: mine, prompt: prompt.id, text: 'What I saw' });
  }
  const kept = (who: typeof ta) => reflectionsIn(attune, who.personId, testModule.slug).size;
  attune.db.update(person).set({ leaveDate: '2026-10-01' }).where(eq(person.id, ta.personId)).run();

  deleteWhatIsDue({ ...attune, now: () => new Date('2026-10-31T12:00:00Z') });
  expect(kept(ta)).toBe(1);
  deleteWhatIsDue({ ...attune, now: () => new Date('2026-11-01T12:00:00Z') });
  expect(kept(ta)).toBe(0);
  expect(readCommitment(attune, ta.personId, enrolmentId)?.what).toBe('');
  expect(kept(other)).toBe(1);
});
