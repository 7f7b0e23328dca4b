import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { setAfterwards } from '~/learning/afterwards.server';
import { answerRecall, recallQuestion, skipRecall, startRecall } from '~/learning/recall.server';
import { viewRecall } from '~/learning/recall-view.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { clearDraft, readDraft } from '~/people/drafts.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { refuse, refuseFor } from './page-answer.server';
import { pickName, readPick } from './pick-form';
import { Recall } from './recall-parts';
import { WhoToTell } from './who-to-tell';

export const meta = () => title('What stayed with you?');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const shown = new URL(args.request.url).searchParams.get('answered');
  const recall = viewRecall(attune, who, shown);
  const draft =
    recall.state === 'item' ? readDraft(attune, who.personId, `/recall#item-${recall.id}`) : null;
  return {
    who: pageWho(who),
    recall,
    kept: draft
      ? { fields: draft.fields, savedAt: new Date(draft.savedAt).toISOString() }
      : undefined,
    whoToTell: readWhoToTell(attune.db, who.schoolId),
  };
}

const act = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['start', 'skip', 'off', 'on']) }),
  z.object({ intent: z.literal('answer'), id: z.string().min(1).max(200) }),
]);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const actor = actorOf(who, 'learn');
  const asked = act.safeParse(Object.fromEntries(form)).data;
  if (!asked) return refuse(form, '', 'Press one of the buttons on this page.');
  if (asked.intent === 'answer') {
    let field = '';
    try {
      const { question } = recallQuestion(attune, actor, asked.id);
      field = pickName(question.id);
      answerRecall(attune, actor, { id: asked.id, pick: readPick(form, question.id) });
    } catch (error) {
      return refuseFor(form, field, error);
    }
    clearDraft(attune, who.personId, `/recall#item-${asked.id}`);
    return redirect(`/recall?answered=${encodeURIComponent(asked.id)}#explained`, 303);
  }
  if (asked.intent === 'start') startRecall(attune, actor);
  if (asked.intent === 'skip') skipRecall(attune, actor);
  if (asked.intent === 'off' || asked.intent === 'on') {
    setAfterwards(attune, actor, asked.intent === 'on');
    return redirect('/account#afterwards', 303);
  }
  return redirect(asked.intent === 'start' ? '/recall#item' : '/learn', 303);
}

export default function RecallPage() {
  const { who, recall, kept, whoToTell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="learn"
      title="What stayed with you?"
      intro="A few questions from modules you have completed. Nothing is counted, and nobody else is shown your answers. They are deleted after 24 months."
      back={{ to: '/learn', label: 'Learn' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <Recall who={who} recall={recall} answer={answer} kept={kept} />
      <WhoToTell school={whoToTell} />
      {recall.state === 'explained' ? <References sources={recall.sources} /> : null}
    </AppPage>
  );
}
