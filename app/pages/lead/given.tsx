import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeAssignment, givenTo, newDateProblems } from '~/cohorts/change-assignment.server';
import { cohortRow } from '~/cohorts/cohorts.server';
import { byField, found, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { dueDayErrors } from './due-day.server';
import { KeptNotice } from './kept-notice';
import { PaidFields } from './paid-fields';
import { paidFields } from './paid-form.server';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? `${data.module} for ${data.cohort.name}` : 'Module given');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { params } = args;
  const { attune } = args.context;
  const { cohort, given } = found(() => ({
    cohort: cohortRow(attune.db, who.schoolId, params.cohort ?? ''),
    given: givenTo(attune.db, who.schoolId, params.cohort ?? '', params.assignment ?? ''),
  }));
  const kept = keptForm(args, who);
  const today = londonDate(attune.now());
  return {
    who: pageWho(who),
    cohort,
    module: attune.course.module(given.module)?.title ?? given.module,
    kept: kept !== null,
    // A date that has passed may stay as it is while the paid time changes.
    earliest: given.dueOn < today ? given.dueOn : today,
    ofPathway: given.opensOn !== null,
    values: kept ?? toEdit(valuesOf(given)),
  };
}

const valuesOf = (given: ReturnType<typeof givenTo>) => ({
  ...(given.opensOn === null ? {} : { opensOn: given.opensOn }),
  dueOn: given.dueOn,
  paidMinutes: String(given.paidMinutes),
  paidTime: given.paidTime,
});

const fields = (today: string) =>
  z.object({
    opensOn: dateField('Choose the day on which it opens.', today).optional(),
    ...paidFields(today),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const cohortId = args.params.cohort ?? '';
  const assignmentId = args.params.assignment ?? '';
  try {
    const row = givenTo(attune.db, who.schoolId, cohortId, assignmentId);
    const merged = meanwhile(form, valuesOf(row));
    const { value, answer } = readForm(merged.form, fields(londonDate(attune.now())), (typed) => ({
      ...dueDayErrors(attune, who.schoolId, merged.form, row.dueOn),
      ...byField(newDateProblems(attune, row, typed('dueOn'), typed('opensOn'))),
      ...merged.errors,
    }));
    if (answer) return answer;
    changeAssignment(attune, actorOf(who, 'manage cohorts'), { cohortId, assignmentId, ...value });
  } catch (error) {
    return refuseFor(form, error);
  }
  forgetForm(args, who);
  return redirect(`/lead/cohorts/${cohortId}?done=changed`, 303);
}

export default function GivenModule() {
  const { who, cohort, module, kept, earliest, ofPathway, values } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={module}
      intro={`As ${cohort.name} was given it. Whoever has not done it yet is asked by the new date; those who came later have as many days as the others. A day that you gave to one person who does it anew stays theirs.`}
      back={{ to: `/lead/cohorts/${cohort.id}`, label: cohort.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={`${kept} ${values.openedWith}`} who={who} noValidate>
        <OpenedWith values={answer?.values ?? values} />
        {ofPathway ? (
          <DateField
            label="Opens on"
            name="opensOn"
            required
            error={answer?.errors.opensOn}
            defaultValue={(answer?.values ?? values).opensOn}
          />
        ) : null}
        <PaidFields values={answer?.values ?? values} errors={answer?.errors} min={earliest} />
        <div className="form-actions">
          <Button>Save the date and paid time</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
