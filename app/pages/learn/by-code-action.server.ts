import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { attemptsOf } from '~/learning/attempts.server';
import { quizByCode } from '~/learning/by-code/by-code.server';
import { commitTo } from '~/learning/commitment.server';
import { notThere } from '~/learning/errors';
import { answerItem, lackingIn, openAttempt } from '~/learning/quiz.server';
import { isGoSetAside } from '~/learning/set-aside.server';
import { startModule } from '~/learning/start.server';
import { tooLong } from '~/learning/too-long';
import type { Actor } from '~/people/actor';
import { clearDraft, saveDraft } from '~/people/drafts.server';
import { requireQuizForm } from '~/people/guard.server';
import { refuse, refuseAll, refuseFor } from './page-answer.server';
import { pickName, readPick } from './pick-form';

const here = '/by-code';
const count = z.coerce.number().int().min(0).max(10_000);
const words = z.string();
const act = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), n: count }),
  z.object({ intent: z.literal('open attempt'), n: count }),
  z.object({
    intent: z.literal('answer'),
    attemptId: z.string(),
    item: z.string().min(1).max(200),
    confidence: z.enum(['sure', 'fairly', 'guess']).optional(),
  }),
  z.object({ intent: z.literal('commit'), what: words, when: words, know: words }),
]);

/** What a code lets its person do. Ids in the form are looked for in this one module alone. */
export async function byCodeAction(args: ActionFunctionArgs) {
  const { who, module, since, form } = await requireQuizForm(args);
  const { attune } = args.context;
  const actor: Actor = { personId: who.personId, schoolId: who.schoolId, role: 'staff' };
  const key = `${here}#${form.get('formId') ?? 'form'}`;
  if (form.has('later')) {
    const typed = [...form].filter(([name]) => ['what', 'when', 'know'].includes(name));
    saveDraft(attune, who.personId, key, Object.fromEntries(typed) as Record<string, string>);
    return redirect(here, 303);
  }
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(form, '', 'Press one of the buttons on this page.');
  const asked = parsed.data;
  const field = asked.intent === 'answer' ? pickName(asked.item) : 'what';
  try {
    if (asked.intent === 'start') {
      startModule(attune, actor, { module, n: asked.n });
      return redirect(here, 303);
    }
    const { under } = quizByCode(attune, actor, { module, since, answered: null });
    if (!under) throw notThere('quiz');
    const { enrolmentId } = under;
    switch (asked.intent) {
      case 'open attempt':
        // Whether another go is needed would tell whoever holds the code how the one before went.
        if (under.quiz === 'earlier') {
          return refuse(form, '', 'Sign in with your password for another go.', 409);
        }
        openAttempt(attune, actor, { enrolmentId, n: asked.n });
        return redirect(`${here}#item`, 303);
      case 'answer': {
        const [go] = attemptsOf(attune.db, enrolmentId);
        const { attemptId, item, confidence } = asked;
        // Put back meanwhile, it is said that nothing more is asked, and the answer is kept.
        const over = isGoSetAside(attune.db, actor, { attemptId, module });
        if (go?.id !== attemptId && !over) throw notThere('quiz');
        const pick = readPick(form, item);
        if (!confidence) {
          const lacking = lackingIn(attune, actor, { attemptId, item, pick });
          return refuseAll(form, {
            ...(lacking ? { [pickName(item)]: [lacking] } : {}),
            confidence: ['Say how sure you are. It is for you: nobody else sees it.'],
          });
        }
        const { differs } = answerItem(attune, actor, { attemptId, item, pick, confidence });
        clearDraft(attune, who.personId, key);
        const query = new URLSearchParams({ answered: item, ...(differs ? { before: '1' } : {}) });
        return redirect(`${here}?${query}#explained`, 303);
      }
      case 'commit': {
        // What was written before is not shown here, so nothing here may take its place.
        if (under.commit !== 'open') {
          return refuse(form, '', 'You have chosen one thing already. Sign in to change it.', 409);
        }
        const { what, when, know } = asked;
        const long: Record<string, string[]> = {};
        for (const [name, text] of Object.entries({ what, when, know })) {
          const problem = tooLong(text);
          if (problem) long[name] = [problem];
        }
        if (Object.keys(long).length > 0) return refuseAll(form, long);
        commitTo(attune, actor, { enrolmentId, what, when, know });
        clearDraft(attune, who.personId, key);
        return redirect(here, 303);
      }
    }
  } catch (error) {
    return refuseFor(form, field, error);
  }
}
