import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { accessEntries, countAccess, timeOfDay } from '~/record/access-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { title } from '~/ui/title';
import { readAccessFilter } from './access-filter.server';
import { LooksTable } from './access-table';
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
  const { filter, look, people, months, unknown } = readAccessFilter(args, who);
  noteWholeRecord(args, who, 'opened the list of who looked at the record');
  const total = countAccess(db, schoolId, filter);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const asked = Math.trunc(Number(new URL(args.request.url).searchParams.get('page'))) || 1;
  const page = Math.min(pages, Math.max(1, asked));
  const { person, month, act } = filter;
  const found = accessEntries(db, schoolId, filter, {
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  return {
    who: pageWho(who),
    ...{ people, months, unknown, total, page, pages, chosen: { person, month, act } },
    one: look && { who: look.who, what: look.what, ...when(look) },
    looks: found.map(({ at, ...one }) => ({ ...one, ...when({ at }) })),
  };
}

const when = ({ at }: { at: number }) => ({ on: londonDate(at), time: timeOfDay(at) });

export default function WhoLooked() {
  const { who, people, months, unknown, chosen, one, looks, ...listed } =
    useLoaderData<typeof loader>();
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
      {one ? (
        <p>
          One look, on {shortDate(one.on)} at {one.time}:{' '}
          {one.who ?? 'someone whose name was erased'} {one.what}. Below is everybody whose record
          it was.{' '}
          <Link to="/evidence/access" prefetch="none">
            All looks
          </Link>
        </p>
      ) : null}
      <LooksTable looks={looks} total={total} each={one !== null} ofOne={chosen.person != null} />
      {pages > 1 ? (
        <nav aria-label="Pages of the list" className="form-row">
          {page > 1 ? (
            <ButtonLink to={to(page - 1)}>{one ? 'Previous' : 'Newer'}</ButtonLink>
          ) : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? (
            <ButtonLink to={to(page + 1)}>{one ? 'Next' : 'Older'}</ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <p>
        <DownloadLink href={`/evidence/who-looked.csv${queryOf(chosen)}`}>
          This list as a spreadsheet (CSV)
        </DownloadLink>
        , with a line for each person
      </p>
      <p className="small muted">
        What somebody took or opened of several people at once stands here once, and each of them
        sees it under “You”. The pages of the lead’s daily work stand here once a day for each
        person, however often they were opened. The page that a governors’ link opens names nobody,
        so its openings are not looks; they are counted beside the link.
      </p>
    </AppPage>
  );
}
