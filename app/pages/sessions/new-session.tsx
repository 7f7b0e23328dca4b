import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { createSession } from '~/training-sessions/sessions.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { CostFields, DetailFields } from './session-fields';
import { costFields, costOf, detailFields, detailsOf } from './session-form.server';

export const meta = () => title('Record a session');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const kept = keptForm(args, who);
  const values: Record<string, string> = {
    heldOn: londonDate(args.context.attune.now()),
    ...kept,
  };
  return { who: pageWho(who), kept: kept !== null, values };
}

const fields = (today: string) => z.object({ ...detailFields(today), ...costFields });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record sessions');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const { value, answer } = readForm(form, fields(londonDate(attune.now())));
  if (answer) return answer;
  try {
    const id = createSession(attune, actorOf(who, 'record sessions'), {
      ...detailsOf(value),
      ...costOf(value),
    });
    forgetForm(args, who);
    return redirect(`/lead/sessions/${id}?done=made`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function NewSession() {
  const { who, kept, values } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shown: Record<string, string> = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="lead"
      title="Record a session"
      intro="First what it was. On the next page you say who was there."
      back={{ to: '/lead/sessions', label: 'Sessions' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <DetailFields values={shown} errors={answer?.errors} />
        <CostFields values={shown} errors={answer?.errors} />
        <div className="form-actions">
          <Button>Go on to who was there</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
