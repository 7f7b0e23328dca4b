import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { recordChange } from '~/school-changes/record-change.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { ChangeFields } from './changes-fields';
import { changeFields, withThemes } from './changes-form.server';
import { askAboutNames } from './naming-question';
import { asTheme, themesOf } from './themes';

export const meta = () => title('Record a change');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  const values: Record<string, string> = {
    changedOn: londonDate(attune.now()),
    themes: asTheme(new URL(args.request.url).searchParams.get('theme')) ?? '',
    ...kept,
  };
  return {
    who: pageWho(who),
    kept: kept !== null,
    values,
    themes: themesOf(attune.course),
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
  };
}

const fields = (today: string) => z.object(changeFields(today));

export async function action(args: ActionFunctionArgs) {
  const { who, form: sent } = await requireForm(args, 'record school changes');
  forgetIfAsked(args, who, sent);
  const { attune } = args.context;
  const form = withThemes(sent);
  const { value, answer } = readForm(form, fields(londonDate(attune.now())), (typed) =>
    askAboutNames(typed, ['what', 'why']),
  );
  if (answer) return answer;
  try {
    const id = recordChange(attune, actorOf(who, 'record school changes'), value);
    forgetForm(args, who);
    return redirect(`/evidence/changes/${id}?done=recorded`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function NewChange() {
  const { who, kept, values, themes, tell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title="Record a change"
      intro="Something that is different in school now. It goes on the log, beside the policies and the self-audit at once."
      back={{ to: '/evidence/changes', label: 'What the school changed' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <ChangeFields
          values={answer?.values ?? values}
          errors={answer?.errors}
          themes={themes}
          tell={tell}
        />
        <div className="form-actions">
          <Button>Put it on the log</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
