import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { isLearningError } from '~/learning/errors';
import { answerFollowUp, readFollowUp, skipFollowUp } from '~/learning/follow-up.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { clearDraft, readDraft, saveDraft } from '~/people/drafts.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { FollowUpForm } from './follow-up-form';
import { beforeKeeping, type NoteAnswer, sendBack, typedIn } from './note-answer.server';
import { notFound, refuse, refuseFor } from './page-answer.server';
import { WhoToTell } from './who-to-tell';

export const meta = () => title('Looking back');

const keyOf = (module: string) => `/follow-up/${module}#follow-up`;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const module = args.params.module ?? '';
  try {
    const back = readFollowUp(attune, who, module);
    const draft = readDraft(attune, who.personId, keyOf(module));
    return {
      who: pageWho(who),
      module,
      back,
      kept: draft
        ? { fields: draft.fields, savedAt: new Date(draft.savedAt).toISOString() }
        : undefined,
      whoToTell: readWhoToTell(attune.db, who.schoolId),
      done: new URL(args.request.url).searchParams.has('done'),
    };
  } catch (error) {
    if (!isLearningError(error)) throw error;
    if (!readDraft(attune, who.personId, keyOf(module))) throw notFound(error.message);
    throw notFound(`${error.message} What you typed here is among your words.`, {
      to: '/account/words',
      label: 'Your words',
    });
  }
}

const id = z.string().min(1).max(200);
const act = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('skip'), enrolmentId: id }),
  z.object({
    intent: z.literal('save'),
    enrolmentId: id,
    tried: z.enum(['yes', 'in part', 'not yet', 'no longer fits']).optional(),
    happened: z.string().default(''),
  }),
]);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const actor = actorOf(who, 'learn');
  const module = args.params.module ?? '';
  const here = `/follow-up/${module}`;
  const later = form.has('later');
  if (later) {
    saveDraft(attune, who.personId, keyOf(module), typedIn(form));
    return redirect(`${here}#follow-up`, 303);
  }
  // "Save anyway" is a button of its own, so that the intent comes from a hidden field.
  const asked = act.safeParse(Object.fromEntries(form)).data;
  if (!asked) return refuse(form, '', 'Press one of the buttons on this page.');
  try {
    if (asked.intent === 'skip') {
      skipFollowUp(attune, actor, asked);
      clearDraft(attune, who.personId, keyOf(module));
      return redirect('/learn', 303);
    }
    const { tried, happened, enrolmentId } = asked;
    const lacking = beforeKeeping(
      form,
      'happened',
      tried ? {} : { tried: ['Choose one of the four. Any of them is fine.'] },
    );
    if (lacking || !tried) {
      saveDraft(attune, who.personId, keyOf(module), typedIn(form));
      return sendBack(form, lacking ?? { errors: {} });
    }
    answerFollowUp(attune, actor, { enrolmentId, tried, happened, levels: levelsIn(form) });
  } catch (error) {
    if (isLearningError(error) && error.code === 'set aside') {
      const typed = String(form.get('happened') ?? '').trim();
      if (typed) saveDraft(attune, who.personId, keyOf(module), typedIn(form));
      return redirect(`/learn/${module}?aside=1`, 303);
    }
    return refuseFor(form, '', error);
  }
  clearDraft(attune, who.personId, keyOf(module));
  return redirect(`${here}?done=1`, 303);
}

/** `later-1`, `later-2`…: outcome number → level; those left out are not there. */
function levelsIn(form: FormData): Record<number, number> {
  const levels: Record<number, number> = {};
  for (const [name, value] of form) {
    const outcome = name.startsWith('later-') ? Number(name.slice('later-'.length)) : 0;
    if (outcome > 0) levels[outcome] = Number(value);
  }
  return levels;
}

export default function FollowUp() {
  const { who, module, back, kept, whoToTell, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as NoteAnswer | undefined;
  return (
    <AppPage
      who={who}
      section="learn"
      title="Looking back"
      intro={`You completed “${back.title}” on ${civilDateInWords(back.completedOn)}. What became of it? Two minutes, and all of it may be skipped.`}
      back={{ to: '/learn', label: 'Learn' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" live focus title="Saved. Thank you for looking back.">
          <p>Only you can see it here.</p>
        </Notice>
      ) : null}
      <FollowUpForm
        key={back.said ? 'said' : 'not said'}
        who={who}
        module={module}
        back={back}
        answer={answer}
        kept={kept}
        tell={whoToTell?.safeguardingLead.name ?? null}
      />
      <WhoToTell school={whoToTell} />
    </AppPage>
  );
}
