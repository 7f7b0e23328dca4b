import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { listCohorts } from '~/cohorts/cohorts.server';
import { createTogether, listTogether } from '~/learning/together/sessions.server';
import { shortDate } from '~/pages/evidence/said';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { people } from '~/pages/sessions/in-words';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { openModules } from '~/review/opened-modules.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField, SelectField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';

export const meta = () => title('Together');

const perPage = 50;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const all = listTogether(attune.db, who.schoolId);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  return {
    who: pageWho(who),
    modules: openModules(attune, who.schoolId).map(({ slug, title: name, minutes }) => ({
      value: slug,
      label: `${name}, about ${minutes} minutes`,
    })),
    cohorts: listCohorts(attune, who.schoolId).map(({ id, name }) => ({ value: id, label: name })),
    values: {
      module: query.get('module') ?? '',
      cohort: query.get('cohort') ?? '',
      heldOn: londonDate(attune.now()),
    },
    ...{ page, pages, total: all.length },
    sessions: all.slice((page - 1) * perPage, page * perPage).map((session) => ({
      id: session.id,
      title: attune.course.version(session.contentHash)?.title ?? session.module,
      heldOn: session.heldOn,
      leader: session.leaderName,
      cohort: session.cohortName,
      people: session.people,
    })),
    dropped: query.get('done') === 'dropped',
  };
}

const fields = (today: string) =>
  z.object({
    module: z.string().min(1, 'Choose a module.'),
    cohort: z.string().default(''),
    heldOn: dateField('Choose the day.', today),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const { value, answer } = readForm(form, fields(londonDate(attune.now())));
  if (answer) return answer;
  try {
    const id = createTogether(attune, actorOf(who, 'manage cohorts'), {
      ...{ module: value.module, heldOn: value.heldOn, cohortId: value.cohort || null },
    });
    return redirect(`/lead/together/${id}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

type Row = Awaited<ReturnType<typeof loader>>['sessions'][number];

export default function Together() {
  const { who, modules, cohorts, values, page, pages, total, sessions, dropped } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shown: Record<string, string> = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/together"
      title="Do a module together"
      intro="On one screen, in a staff meeting or a twilight: pages to talk about, and an example with a show of hands. Afterwards you say who was there, and it counts for each of them. Everyone takes their own quiz."
    >
      <ErrorSummary errors={answer?.errors} />
      {dropped ? (
        <Notice kind="good" title="Put aside" focus live>
          <p>That session is gone. Nobody was on the record for it.</p>
        </Notice>
      ) : null}
      <Panel title="A new session" id="new">
        {modules.length === 0 ? (
          <p>No module is open to staff yet.</p>
        ) : (
          <PostForm who={who} noValidate key={`${values.module} ${values.cohort}`}>
            <SelectField
              label="Which module?"
              name="module"
              options={[{ value: '', label: 'Choose a module' }, ...modules]}
              defaultValue={shown.module}
              error={answer?.errors.module}
            />
            <SelectField
              label="With whom?"
              name="cohort"
              hint="You say afterwards who was there, others too."
              options={[{ value: '', label: 'The whole staff' }, ...cohorts]}
              defaultValue={shown.cohort}
              error={answer?.errors.cohort}
            />
            <DateField
              label="On which day?"
              name="heldOn"
              defaultValue={shown.heldOn}
              error={answer?.errors.heldOn}
            />
            <div className="form-actions">
              <Button>Make the session</Button>
            </div>
          </PostForm>
        )}
      </Panel>
      <Table<Row>
        caption={total === 1 ? 'One session' : `${total} sessions, the newest first`}
        rows={sessions}
        rowKey={({ id }) => id}
        empty={<p>There was no session yet.</p>}
        columns={[
          {
            key: 'module',
            head: 'Module',
            rowHead: true,
            cell: (row) => (
              <Link to={`/lead/together/${row.id}`} prefetch="none">
                {row.title}
                <span className="visually-hidden"> on {shortDate(row.heldOn)}</span>
              </Link>
            ),
          },
          { key: 'on', head: 'Day', cell: (row) => shortDate(row.heldOn) },
          { key: 'by', head: 'Led by', cell: (row) => row.leader },
          { key: 'with', head: 'With', cell: (row) => row.cohort ?? 'The whole staff' },
          {
            key: 'people',
            head: 'Was there',
            cell: (row) => (row.people === 0 ? 'Nobody put down yet' : people(row.people)),
          },
        ]}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of sessions" className="form-row">
          {page > 1 ? <Link to={`?page=${page - 1}`}>Newer sessions</Link> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <Link to={`?page=${page + 1}`}>Older sessions</Link> : null}
        </nav>
      ) : null}
    </AppPage>
  );
}
