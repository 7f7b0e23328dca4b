import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { attemptById } from '~/learning/attempts.server';
import { openAttempt } from '~/learning/quiz.server';
import { reflectionsIn } from '~/learning/reflections.server';
import { startModule } from '~/learning/start.server';
import { makeTestSchool, type TestSchool } from '~/learning/test-school';
import { readDraft, saveDraft } from '~/people/drafts.server';
import { formTagOf } from '~/people/form-tag.server';
import { startSession } from '~/people/session.server';
import { cookieOf } from '~/people/test-house';
import { enrolment, personRole } from '~db/schema';
import { pageAction } from './page-action.server';

let school: TestSchool;
let enrolmentId: string;
let cookie: string;
beforeEach(async () => {
  school = makeTestSchool();
  const { personId } = school.ta;
  school.attune.db.insert(personRole).values({ personId, role: 'staff', givenAt: 0 }).run();
  enrolmentId = startModule(school.attune, school.ta, { module: 'patterns' });
  cookie = cookieOf(await startSession(school.attune, school.ta.personId, true));
});

/** Sends a form of a page. Returns where it leads, or what there is to mend. */
async function send(page: string, form: Record<string, string>) {
  const { attune, ta } = school;
  const body = new URLSearchParams({ formTag: formTagOf(ta.personId), ...form });
  const answer = await pageAction({
    request: new Request(`http://localhost:3000/learn/patterns/${page}`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body,
    }),
    params: { module: 'patterns', page },
    context: { attune, nonce: '', address: '192.0.2.1' },
  });
  return 'data' in answer ? { errors: answer.data.errors } : { to: answer.headers.get('Location') };
}

function quizItem() {
  const attemptId = openAttempt(school.attune, school.ta, { enrolmentId });
  const item = attemptById(school.attune.db, attemptId)?.items.find((id) => id !== 'sort') ?? '';
  return { intent: 'answer', attemptId, item };
}

test('once a check is answered its draft is gone, and not while it is refused, whatever form it was sent from', async () => {
  const { attune, ta } = school;
  const key = '/learn/patterns/labels#check-check-labels';
  const check = { intent: 'check', enrolmentId, question: 'check-labels' };
  saveDraft(attune, ta.personId, key, { 'pick-check-labels': '1' });
  expect((await send('labels', check)).errors).toEqual({
    'pick-check-labels': ['Choose one answer first.'],
  });
  expect(readDraft(attune, ta.personId, key)).not.toBeNull();
  await send('labels', { ...check, 'pick-check-labels': '1' });
  expect(readDraft(attune, ta.personId, key)).toBeNull();
});

test('a quiz answer that lacks both its pick and how sure one is says both at once', async () => {
  const form = quizItem();
  const pick = `pick-${form.item}`;
  expect(Object.keys((await send('quiz', form)).errors ?? {})).toEqual([pick, 'confidence']);
  const picked = await send('quiz', { ...form, [pick]: '1' });
  expect(Object.keys(picked.errors ?? {})).toEqual(['confidence']);
});

test('another answer to an item that was answered is told so; the same one again is not', async () => {
  const form = { ...quizItem(), confidence: 'sure' };
  const pick = `pick-${form.item}`;
  const plain = `/learn/patterns/quiz?answered=${form.item}#explained`;
  expect((await send('quiz', { ...form, [pick]: '1' })).to).toBe(plain);
  expect((await send('quiz', { ...form, [pick]: '1' })).to).toBe(plain);
  expect((await send('quiz', { ...form, [pick]: '0' })).to).toBe(
    `/learn/patterns/quiz?answered=${form.item}&before=1#explained`,
  );
});

test('words typed beside a check go along with it and are kept, and a check that is refused keeps them on the page', async () => {
  const { attune, ta } = school;
  const key = '/learn/patterns/labels#reflect-think';
  const both = {
    intent: 'reflect',
    formId: 'reflect-think',
    enrolmentId,
    prompt: 'think',
    check: 'check-labels',
    'words-think': 'Half a thought.',
  };
  expect((await send('labels', both)).errors).toEqual({
    'pick-check-labels': ['Choose one answer first.'],
  });
  expect((await send('labels', { ...both, 'pick-check-labels': '1' })).to).toBe(
    '/learn/patterns/labels#feedback-check-labels',
  );
  expect(readDraft(attune, ta.personId, key)?.fields).toEqual({ 'words-think': 'Half a thought.' });
  const again = { ...both, 'pick-check-labels': '0', practice: 'yes' };
  expect((await send('labels', again)).to).toContain('?tried=check-labels&pick=0');
});

test('a reflection of more than ten thousand characters is not saved, and Continue keeps it as a draft', async () => {
  const { attune, ta } = school;
  const reflect = { intent: 'reflect', formId: 'reflect-think', enrolmentId, prompt: 'think' };
  const words = 'x'.repeat(10_001);
  expect((await send('labels', { ...reflect, 'words-think': words })).errors).toEqual({
    'words-think': [expect.stringMatching(/^This is 10,001 characters long/)],
  });
  expect(reflectionsIn(attune, ta.personId, 'patterns').size).toBe(0);
  await send('labels', { ...reflect, 'words-think': words.slice(1) });
  expect(reflectionsIn(attune, ta.personId, 'patterns').get('think')?.text).toHaveLength(10_000);
});

test('sent from what was set aside since, words are kept as a draft, and the module’s first page says what happened', async () => {
  const { attune, ta } = school;
  attune.db.update(enrolment).set({ setAsideAt: 1 }).where(eq(enrolment.id, enrolmentId)).run();
  const typed = { what: 'Sit beside her', when: 'Monday', know: '' };
  const sent = await send('commit', { intent: 'commit', formId: 'commit', enrolmentId, ...typed });
  expect(sent.to).toBe('/learn/patterns?aside=1');
  expect(readDraft(attune, ta.personId, '/learn/patterns/commit#commit')?.fields).toEqual(typed);
  const page = await send('labels', { intent: 'continue', enrolmentId });
  expect(page.to).toBe('/learn/patterns?aside=1');
});
