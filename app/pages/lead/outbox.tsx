import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { countToHandOver, outboxOf } from '~/messages/outbox.server';
import { kindInWords, standingOf } from '~/messages/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { OutboxDone } from './outbox-done';
import { StandingStatus } from './standing-status';

export const meta = () => title('Outbox');

const perPage = 50;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const { mail } = attune.config;
  const query = new URL(args.request.url).searchParams;
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1);
  const { messages, total } = outboxOf(attune.db, who.schoolId, {
    from: (page - 1) * perPage,
    most: perPage,
  });
  const now = attune.now().getTime();
  return {
    who: pageWho(who),
    messages: messages.map((one) => ({
      id: one.id,
      name: one.name,
      kind: kindInWords[one.kind],
      to: one.address,
      standing: standingOf(one, { mail: mail !== null, now }),
    })),
    page,
    pages: Math.max(1, Math.ceil(total / perPage)),
    byHand: countToHandOver(attune.db, who.schoolId, mail !== null),
    server: mail && { host: mail.host, from: mail.from.address },
    done: query.get('done'),
    n: Number(query.get('n')),
    not: Math.trunc(Number(query.get('not'))) || 0,
  };
}

type Row = Awaited<ReturnType<typeof loader>>['messages'][number];

export default function Outbox() {
  const { who, messages, page, pages, byHand, server, done, n, not } =
    useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Outbox"
      intro="What Attune has written to staff, and what became of it. What has gone stays here for two months."
      width="wide"
      back={{ to: '/lead/reminders', label: 'Reminders' }}
    >
      <OutboxDone done={done} n={n} not={not} mail={server !== null} />
      <p>
        {server
          ? `Messages go by e-mail from ${server.from}, through ${server.host}, one after another.`
          : 'No mail server is set, so nothing goes by itself: each message waits here for you to print or copy. Whoever looks after the server can change that; the read-me says how.'}
      </p>
      {byHand > 0 ? (
        <Notice
          kind="info"
          title={
            byHand === 1 ? 'One message to print or copy' : `${byHand} messages to print or copy`
          }
        >
          <p>
            <ButtonLink to="/lead/outbox/print" variant="primary">
              Open {byHand === 1 ? 'it' : 'them'}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <Table<Row>
        caption="What wants doing first, then the newest"
        rows={messages}
        rowKey={({ id }) => id}
        empty={<p>Nothing has been written yet.</p>}
        columns={[
          {
            key: 'name',
            head: 'For',
            rowHead: true,
            cell: ({ id, name }) => (
              <Link to={`/lead/outbox/${id}`} prefetch="none">
                {name}
              </Link>
            ),
          },
          { key: 'kind', head: 'What', cell: ({ kind }) => kind },
          { key: 'to', head: 'To', cell: ({ to }) => to ?? 'No e-mail address' },
          {
            key: 'state',
            head: 'Where it stands',
            cell: ({ standing }) => (
              <>
                <StandingStatus standing={standing} />
                {standing.todo ? <p>{standing.todo}</p> : null}
              </>
            ),
          },
        ]}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of the outbox" className="form-row">
          {page > 1 ? <ButtonLink to={`?page=${page - 1}`}>Newer</ButtonLink> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <ButtonLink to={`?page=${page + 1}`}>Older</ButtonLink> : null}
        </nav>
      ) : null}
    </AppPage>
  );
}
