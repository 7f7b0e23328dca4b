import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addToStaff } from '~/cohorts/staff-changes.server';
import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { byField, type FormAnswer, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { leaverWith } from '~/people/last-day.server';
import { may } from '~/people/rights';
import { listStaff, teamsOf } from '~/people/staff-list.server';
import { staffProblems } from '~/people/staff-problems.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { DetailsFields } from './details-fields';
import { checkedOf, detailsFields, detailsOf } from './details-form.server';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Add a person');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    kept: kept !== null,
    teams: teamsOf(listStaff(attune.db, who.schoolId)),
    values: kept ?? { startDate: londonDate(attune.now()) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'keep the staff list');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const fields = z.object(detailsFields(londonDate(attune.now())));
  const { value, answer } = readForm(form, fields, (typed) =>
    byField(staffProblems(attune.db, who.schoolId, checkedOf(typed))),
  );
  if (answer) return withLeaver(answer.data, attune, who.schoolId);
  try {
    const personId = addToStaff(attune, actorOf(who, 'keep the staff list'), detailsOf(value));
    forgetForm(args, who);
    return redirect(`/lead/people/${personId}?done=added`, 303);
  } catch (error) {
    return withLeaver(refuseFor(form, error).data, attune, who.schoolId);
  }
}

/** Someone added again is better found than made twice. */
function withLeaver(answer: FormAnswer, { db }: Pick<Attune, 'db'>, schoolId: string) {
  const { email = '', staffNumber = '' } = answer.values;
  const leaver = leaverWith(db, schoolId, { email, staffNumber });
  return data({ ...answer, leaver }, 400);
}

export default function NewPerson() {
  const { who, kept, teams, values } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const leaver = answer?.leaver;
  return (
    <AppPage
      who={who}
      section="lead"
      title="Add a person"
      intro={
        may(who, 'manage people')
          ? 'They are on the staff list at once. On the next page you can give them a way in.'
          : 'They are on the staff list at once. Your attachment lead then gives them a way in.'
      }
      back={{ to: '/lead/people', label: 'People' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {leaver ? (
        <Notice kind="info" title="Are they coming back?">
          <p>
            {leaver.name},{' '}
            {leaver.leaveDate < leaver.startDate
              ? 'who was put on the list and taken off again,'
              : `whose last day is ${civilDateInWords(leaver.leaveDate)},`}{' '}
            signs in with this.{' '}
            <Link to={`/lead/people/${leaver.id}`}>Open the page of {leaver.name}</Link> to say that
            they are back: what they completed stays theirs.
          </p>
        </Notice>
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <DetailsFields
          who={who}
          values={answer?.values ?? values}
          errors={answer?.errors}
          teams={teams}
        />
        <div className="form-actions">
          <Button>Add to the staff list</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
