import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { reportsTo } from '~/review/reports.server';
import { AppPage } from '~/ui/app-page';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { listedReport } from './listed-report.server';

export const meta = () => title('Reports');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see module drafts');
  const { attune } = args.context;
  const reports = reportsTo(attune, who.schoolId).map((one) => listedReport(attune.course, one));
  return { who: pageWho(who), reports };
}

export default function Reports() {
  const { who, reports } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/reports"
      title="Reports from pages"
      intro="What readers sent with “Something wrong here?”. Most of them stay unnamed, and that is how it should be: please do not try to find out who."
    >
      <Table
        caption="Open ones first"
        columns={[
          {
            key: 'page',
            head: 'Page',
            rowHead: true,
            cell: ({ id, pageTitle }) => (
              <Link to={`/lead/reports/${id}`} prefetch="none">
                {pageTitle}
              </Link>
            ),
          },
          { key: 'module', head: 'Module', cell: ({ moduleTitle }) => moduleTitle },
          { key: 'kind', head: 'What is wrong', cell: ({ kind }) => kind },
          { key: 'sent', head: 'Sent', cell: ({ sent }) => sent },
          {
            key: 'state',
            head: 'State',
            cell: ({ closed }) =>
              closed ? (
                <Status kind="done">Closed {closed}</Status>
              ) : (
                <Status kind="todo">Open</Status>
              ),
          },
        ]}
        rows={reports}
        rowKey={({ id }) => id}
        empty={<p>Nobody has reported anything.</p>}
      />
    </AppPage>
  );
}
