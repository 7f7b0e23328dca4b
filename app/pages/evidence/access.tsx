import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import {
  type AccessEntry,
  accessEntries,
  countAccess,
  timeOfDay,
} from '~/record/access-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { readAccessFilter } from './access-filter.server';
import { DownloadLink } from './download-link';
import { queryOf } from './links';
import { monthInWords } from './month-in-words';
import { NotThere } from './not-there';
import { noteWholeRecord } from './note-access.server';
import { shortDate } from './said';

export const meta = () => title('Who looked');

const perPage = 50;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { db } = args.context.attune;
  const { schoolId } = who;
  const { filter, people, months, unknown } = readAccessFilter(args, who);
  noteWholeRecord(args, who, 'opened the list of who looked at the record');
  const total = countAccess(db, schoolId, filter);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const asked = Math.trunc(Number(new URL(args.request.url).searchParams.get('page'))) || 1;
  const page = Math.min(pages, Math.max(1, asked));
  const { person, month } = filter;
  return {
    who: pageWho(who),
    ...{ people, months, unknown, total, page, pages, chosen: { person, month } },
    looks: accessEntries(db, schoolId, filter, {
      limit: perPage,
      offset: (page - 1) * perPage,
    }).map(({ at, ...look }) => ({ ...look, on: londonDate(at), time: timeOfDay(at) })),
  };
}

type Look = Omit<AccessEntry, 'at'> & { on: string; time: string };

export default function WhoLooked() {
  const { who, people, months, unknown, chosen, looks, ...listed } = useLoaderData<typeof loader>();
  const { total, page, pages } = listed;
  const to = (n: number) => `/evidence/access${queryOf({ ...chosen, page: String(n) })}`;
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/access"
      title="Who looked at the record"
      intro="Who opened or downloaded the training record, or a page with others’ names and how far they are, and when. Each person sees the same of their own record, under “You”. That you opened this list stands in it too."
    >
      <Form method="get" className="form-row">
        <SelectField
          label="Whose record"
          name="person"
          key={`person ${chosen.person}`}
          defaultValue={chosen.person ?? ''}
          options={[
            { value: '', label: 'Anybody’s' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          label="Month"
          name="month"
          key={`month ${chosen.month}`}
          defaultValue={chosen.month ?? ''}
          options={[
            { value: '', label: 'All' },
            ...months.map((month) => ({ value: month, label: monthInWords(month) })),
          ]}
        />
        <Button variant="secondary">Show</Button>
      </Form>
      <NotThere unknown={unknown} instead="What follows is not narrowed down by it." />
      <Table<Look>
        caption={`${total} ${total === 1 ? 'look' : 'looks'}, the newest first`}
        rows={looks}
        rowKey={({ id }) => id}
        empty={<p>Nobody looked, as far as you chose.</p>}
        columns={[
          {
            key: 'when',
            head: 'When',
            rowHead: true,
            cell: ({ on, time }) => `${shortDate(on)}, ${time}`,
          },
          { key: 'who', head: 'Who', cell: ({ who: name }) => name ?? 'Name erased' },
          { key: 'what', head: 'What they did', cell: ({ what }) => what },
          {
            key: 'whose',
            head: 'Whose record',
            cell: ({ person, whose }) =>
              person === null ? 'The whole school’s' : (whose ?? 'Name erased'),
          },
        ]}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of the list" className="form-row">
          {page > 1 ? <ButtonLink to={to(page - 1)}>Newer</ButtonLink> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <ButtonLink to={to(page + 1)}>Older</ButtonLink> : null}
        </nav>
      ) : null}
      <p>
        <DownloadLink href={`/evidence/who-looked.csv${queryOf(chosen)}`}>
          This list as a spreadsheet (CSV)
        </DownloadLink>
      </p>
      <p className="small muted">
        The pages of the lead’s daily work stand here once a day for each person, however often they
        were opened. The page that a governors’ link opens names nobody, so its openings are not
        looks; they are counted beside the link.
      </p>
    </AppPage>
  );
}
