import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { shortDate } from '~/pages/evidence/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { listSessions } from '~/training-sessions/sessions.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { kindInWords, lengthInWords, people } from './in-words';

export const meta = () => title('Sessions');

const perPage = 50;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const query = new URL(args.request.url).searchParams;
  const all = listSessions(args.context.attune.db, who.schoolId);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  return {
    who: pageWho(who),
    total: all.length,
    ...{ page, pages },
    sessions: all.slice((page - 1) * perPage, page * perPage),
    dropped: query.get('done') === 'dropped',
  };
}

type Session = Awaited<ReturnType<typeof loader>>['sessions'][number];

export default function Sessions() {
  const { who, total, page, pages, sessions, dropped } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/sessions"
      title="Sessions and outside training"
      intro="INSET days, staff meetings, an educational psychologist’s session, a course elsewhere: on each person’s record, beside the modules."
      width="wide"
      actions={
        <>
          <ButtonLink to="/lead/sessions/new" variant="primary">
            Record a session
          </ButtonLink>
          <ButtonLink to="/lead/sessions/past">Bring in past training</ButtonLink>
        </>
      }
    >
      {dropped ? (
        <Notice kind="good" title="Put aside" focus live>
          <p>That list is gone, and nothing was recorded.</p>
        </Notice>
      ) : null}
      <p>
        A module of Attune that a group did on one screen is under{' '}
        <Link to="/lead/together" prefetch="none">
          Together
        </Link>
        , because it counts towards the module itself.
      </p>
      <Table<Session>
        caption={total === 1 ? 'One session' : `${total} sessions, the newest first`}
        rows={sessions}
        rowKey={({ id }) => id}
        empty={
          <p>
            Nothing is recorded yet. Record the last INSET day, or bring in a list of what staff
            were trained in before.
          </p>
        }
        columns={[
          {
            key: 'title',
            head: 'Session',
            rowHead: true,
            cell: (row) => (
              <Link to={`/lead/sessions/${row.id}`} prefetch="none">
                {row.title}
              </Link>
            ),
          },
          { key: 'on', head: 'Took place', cell: (row) => shortDate(row.heldOn) },
          {
            key: 'kind',
            head: 'Kind',
            cell: (row) => (
              <div>
                {kindInWords(row.kind)}
                {row.provider ? <span className="hint">{row.provider}</span> : null}
              </div>
            ),
          },
          { key: 'length', head: 'How long', cell: (row) => lengthInWords(row.minutes) },
          {
            key: 'people',
            head: 'On the record',
            cell: (row) => (row.people === 0 ? 'Nobody yet' : people(row.people)),
          },
        ]}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of sessions" className="form-row">
          {page > 1 ? <ButtonLink to={`?page=${page - 1}`}>Newer sessions</ButtonLink> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <ButtonLink to={`?page=${page + 1}`}>Older sessions</ButtonLink> : null}
        </nav>
      ) : null}
    </AppPage>
  );
}
