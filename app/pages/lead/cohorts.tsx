import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { openAssignments } from '~/cohorts/assignments.server';
import { createCohort, listCohorts } from '~/cohorts/cohorts.server';
import { civilDateInWords } from '~/course/said';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Cohorts');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const asked = openAssignments(attune.db, who.schoolId);
  const cohorts = listCohorts(attune, who.schoolId).map((cohort) => ({
    ...cohort,
    asked: asked
      .filter(({ cohortId }) => cohortId === cohort.id)
      .map(({ assignmentId, module, dueOn }) => ({
        assignmentId,
        title: attune.course.module(module)?.title ?? module,
        dueOn,
      })),
  }));
  return { who: pageWho(who), cohorts, values: keptForm(args, who) };
}

const fields = z.object({
  name: lineField(100).min(1, 'Type a name for the cohort.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    const cohortId = createCohort(args.context.attune, actorOf(who, 'manage cohorts'), value.name);
    forgetForm(args, who);
    return redirect(`/lead/cohorts/${cohortId}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

type Row = Awaited<ReturnType<typeof loader>>['cohorts'][number];

export default function Cohorts() {
  const { who, cohorts, values } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/cohorts"
      title="Cohorts"
      intro="People who learn together. Open a cohort to add people; one person may be in several."
    >
      <ErrorSummary errors={answer?.errors} />
      <Table<Row>
        caption="Cohorts of your school"
        captionHidden
        rows={cohorts}
        rowKey={(row) => row.id}
        empty={<p>There is no cohort yet. A first one might be “All teaching assistants”.</p>}
        columns={[
          {
            key: 'name',
            head: 'Cohort',
            rowHead: true,
            cell: (row) => (
              <Link to={`/lead/cohorts/${row.id}`} prefetch="none">
                {row.name}
              </Link>
            ),
          },
          { key: 'size', head: 'People', number: true, cell: (row) => row.size },
          {
            key: 'asked',
            head: 'Modules given',
            cell: (row) =>
              row.asked.length === 0 ? (
                'None yet'
              ) : (
                <ul className="plain-list">
                  {row.asked.map(({ assignmentId, title: module, dueOn }) => (
                    <li key={assignmentId}>
                      {module}, due {civilDateInWords(dueOn)}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <Panel title="Make a cohort">
        <KeptNotice who={who} kept={values !== null && !answer} />
        <PostForm key={String(values !== null)} who={who} noValidate>
          <TextField
            label="Name"
            name="name"
            hint="One that everyone will recognise, such as “Midday team, autumn”."
            autoComplete="off"
            required
            error={answer?.errors.name}
            defaultValue={answer?.values.name ?? values?.name}
          />
          <Button>Make the cohort</Button>
        </PostForm>
      </Panel>
    </AppPage>
  );
}
