import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pathwaysOnOffer } from '~/cohorts/pathways.server';
import { copyPathway, schoolPathways, shelfOf } from '~/cohorts/school-pathways.server';
import { refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';

export const meta = () => title('Pathways');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const own = new Set(schoolPathways(attune.db, who.schoolId).map(({ id }) => id));
  return {
    who: pageWho(who),
    pathways: pathwaysOnOffer(shelfOf(attune, who.schoolId)).map((one) => ({
      id: one.id,
      title: one.title,
      forWhom: one.for,
      steps: one.steps,
      own: own.has(one.id),
    })),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  try {
    const from = String(form.get('pathway') ?? '');
    const id = copyPathway(args.context.attune, actorOf(who, 'manage cohorts'), from);
    return redirect(`/lead/pathways/${id}?done=made`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidOf: Record<string, string> = {
  changed: 'Cohorts that are given it from now on get it as it is now.',
  gone: 'It is off the list. Cohorts that were given it keep what they were given.',
};

export default function Pathways() {
  const { who, pathways, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = saidOf[done ?? ''];
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/settings"
      title="Pathways"
      intro="Modules in an order over a year or more, in school weeks. A cohort is given one on the cohort’s own page, where you see the calendar it makes."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      {pathways.map((one) => (
        <Panel key={one.id} title={one.title}>
          <p>
            {one.forWhom}. {one.own ? 'Your school’s own.' : 'Comes with Attune.'}
          </p>
          <Table<(typeof one.steps)[number]>
            caption={`Steps of ${one.title}`}
            captionHidden
            rows={one.steps}
            rowKey={({ module }) => module}
            columns={[
              { key: 'module', head: 'Module', rowHead: true, cell: (step) => step.title },
              { key: 'opens', head: 'Opens in week', number: true, cell: (step) => step.opens },
              { key: 'due', head: 'Due by week', number: true, cell: (step) => step.due },
            ]}
          />
          <PostForm who={who}>
            <div className="form-actions">
              {one.own ? (
                <ButtonLink to={`/lead/pathways/${one.id}`} variant="secondary">
                  Change it<span className="visually-hidden">: {one.title}</span>
                </ButtonLink>
              ) : null}
              <Button variant="quiet" name="pathway" value={one.id}>
                Make our own from it<span className="visually-hidden">: {one.title}</span>
              </Button>
            </div>
          </PostForm>
        </Panel>
      ))}
      <p>
        To give one to people, choose their <Link to="/lead/cohorts">cohort</Link>.
      </p>
    </AppPage>
  );
}
