import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell, setWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { ContactFields } from './contact-fields';
import { contactFields, contactValues, whoToTellOf } from './contact-form.server';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Who to tell');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const kept = keptForm(args, who);
  const whoToTell = readWhoToTell(args.context.attune.db, who.schoolId);
  return {
    who: pageWho(who),
    kept: kept !== null,
    missing: whoToTell === null,
    values: kept ?? toEdit(contactValues(whoToTell)),
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object(contactFields);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const merged = meanwhile(form, contactValues(readWhoToTell(attune.db, who.schoolId)));
  const { value, answer } = readForm(merged.form, fields, () => merged.errors);
  if (answer) return answer;
  setWhoToTell(attune, actorOf(who, 'manage people'), whoToTellOf(value));
  forgetForm(args, who);
  return redirect('/lead/who-to-tell?done=1', 303);
}

export default function WhoToTell() {
  const { who, kept, missing, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/settings"
      title="Who to tell"
      intro="Shown to staff wherever training says “tell someone”, and beside every box they write in. In immediate danger they are told to call 999."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>Staff see these names and numbers from now on.</p>
        </Notice>
      ) : null}
      {missing && !answer ? (
        <Notice kind="care" title="No module is open yet">
          <p>Modules open to learners once these are filled in.</p>
        </Notice>
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={`${kept} ${values.openedWith}`} who={who} noValidate>
        <OpenedWith values={answer?.values ?? values} />
        <ContactFields values={answer?.values ?? values} errors={answer?.errors} />
        <div className="form-actions">
          <Button>Save who to tell</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
