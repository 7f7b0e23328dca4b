import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { byField, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { addPerson } from '~/people/staff.server';
import { listStaff, teamsOf } from '~/people/staff-list.server';
import { staffProblems } from '~/people/staff-problems.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { DetailsFields } from './details-fields';
import { checkedOf, detailsFields, detailsOf } from './details-form.server';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Add a person');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    kept: kept !== null,
    teams: teamsOf(listStaff(attune.db, who.schoolId)),
    values: kept ?? { startDate: londonDate(attune.now()) },
  };
}

const fields = z.object(detailsFields);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const { value, answer } = readForm(form, fields, (typed) =>
    byField(staffProblems(attune.db, who.schoolId, checkedOf(typed))),
  );
  if (answer) return answer;
  try {
    const personId = addPerson(attune, actorOf(who, 'manage people'), detailsOf(value));
    forgetForm(args, who);
    return redirect(`/lead/people/${personId}?done=added`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function NewPerson() {
  const { who, kept, teams, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Add a person"
      intro="They are on the staff list at once. On the next page you can give them a way in."
      back={{ to: '/lead/people', label: 'People' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <DetailsFields values={answer?.values ?? values} errors={answer?.errors} teams={teams} />
        <div className="form-actions">
          <Button>Add to the staff list</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
