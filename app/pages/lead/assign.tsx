import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { assignModule, assignmentProblems } from '~/cohorts/assignments.server';
import { listCohorts } from '~/cohorts/cohorts.server';
import { byField, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { openModules } from '~/review/opened-modules.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { dueDayErrors } from './due-day.server';
import { KeptNotice } from './kept-notice';
import { PaidFields } from './paid-fields';
import { paidFields } from './paid-form.server';

export const meta = () => title('Give a cohort a module');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  const open = new Set(openModules(attune, who.schoolId).map(({ slug }) => slug));
  const query = new URL(args.request.url).searchParams;
  return {
    who: pageWho(who),
    kept: kept !== null,
    today: londonDate(attune.now()),
    cohorts: listCohorts(attune, who.schoolId),
    modules: attune.course.modules().map(({ slug, title: name, minutes, summary }) => ({
      slug,
      name,
      minutes,
      summary,
      open: open.has(slug),
    })),
    values: kept ?? {
      cohort: query.get('cohort') ?? '',
      module: query.get('module') ?? '',
    },
  };
}

const fields = (today: string) =>
  z.object({
    cohort: z.string('Choose a cohort.').min(1, 'Choose a cohort.'),
    module: z.string('Choose a module.').min(1, 'Choose a module.'),
    ...paidFields(today),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  try {
    const { value, answer } = readForm(form, fields(londonDate(attune.now())), (typed) => ({
      ...dueDayErrors(attune, who.schoolId, form),
      ...byField(
        assignmentProblems(attune, who.schoolId, {
          cohortId: typed('cohort'),
          module: typed('module'),
          dueOn: typed('dueOn'),
        }),
      ),
    }));
    if (answer) return answer;
    const { cohort: cohortId, ...rest } = value;
    const given = { cohortId, ...rest };
    const assignmentId = assignModule(attune, actorOf(who, 'manage cohorts'), given);
    forgetForm(args, who);
    return redirect(`/lead/cohorts/${cohortId}?done=assigned&given=${assignmentId}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Assign() {
  const { who, kept, today, cohorts, modules, values: given } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const errors = answer?.errors;
  const values: Record<string, string> = answer?.values ?? given;
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/assign"
      title="Give a cohort a module"
      intro="Everyone in the cohort who has not done it yet sees it on their first screen, with the day it is due and the paid time for it."
    >
      <ErrorSummary errors={errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      {cohorts.length === 0 ? (
        <Notice kind="care" title="There is no cohort yet">
          <p>
            <Link to="/lead/cohorts">Make a cohort</Link> first, then come back here.
          </p>
        </Notice>
      ) : modules.length === 0 ? (
        <Notice kind="care" title="There is no module to give yet">
          <p>
            <Link to="/lead/modules">See the modules</Link> and what they still need.
          </p>
        </Notice>
      ) : (
        <PostForm key={String(kept)} who={who} noValidate>
          <Radios
            {...field('cohort')}
            legend="Cohort"
            required
            options={cohorts.map(({ id, name, size }) => ({
              value: id,
              label: name,
              hint: `${size} ${size === 1 ? 'person' : 'people'}`,
            }))}
          />
          <Radios
            {...field('module')}
            legend="Module"
            required
            options={modules.map(({ slug, name, minutes, summary, open }) => ({
              value: slug,
              label: name,
              hint: `About ${minutes} minutes. ${summary}${open ? '' : ' Not open to staff: only this cohort can take it.'}`,
            }))}
          />
          <PaidFields values={values} errors={errors} min={today} />
          <div className="form-actions">
            <Button>Give the module</Button>
          </div>
        </PostForm>
      )}
    </AppPage>
  );
}
