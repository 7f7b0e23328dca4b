import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { crosswalk } from '~/school-changes/crosswalk';
import { surroundingsAsAt } from '~/school-changes/surroundings.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { besideLinesInWords } from './frameworks-said';
import { queryOf } from './links';
import { readQuestion } from './question.server';
import { shortDate } from './said';

export const meta = () => title('Frameworks');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { asAt } = readQuestion(args, who);
  const { error, date, typed, began, today } = asAt;
  const around = error ? null : surroundingsAsAt(attune, who.schoolId, asAt);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      shown: around && {
        date,
        frameworks: attune.course.frameworks().map((framework) => {
          const lines = crosswalk(framework, around).filter(({ hidden }) => !hidden);
          const { id, title: called, asOf, reviewBy, roleGroup } = framework;
          return {
            ...{ id, title: called, asOf, overdue: reviewBy < today },
            beside: besideLinesInWords(lines, roleGroup),
          };
        }),
      },
    },
    { status: error ? 400 : 200 },
  );
}

type Row = NonNullable<
  Awaited<ReturnType<typeof useLoaderData<typeof loader>>>['shown']
>['frameworks'][number];

export default function Frameworks() {
  const { who, asAt, shown } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/frameworks"
      title="Frameworks"
      intro="What others ask of schools, line by line, with what the record has beside it that day. It helps to find things; it is no judgement, and nothing is graded."
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt} />
      {shown ? (
        <Table<Row>
          caption={`At the end of ${civilDateInWords(shown.date)}`}
          rows={shown.frameworks}
          rowKey={({ id }) => id}
          empty={<p>There are no frameworks in the content folder.</p>}
          columns={[
            {
              key: 'framework',
              head: 'Framework',
              rowHead: true,
              cell: ({ id, title: called }) => (
                <Link
                  to={`/evidence/frameworks/${id}${queryOf({ asAt: shown.date })}`}
                  prefetch="none"
                >
                  {called}
                </Link>
              ),
            },
            {
              key: 'beside',
              head: 'The record beside it',
              cell: ({ beside }) => beside,
            },
            {
              key: 'asOf',
              head: 'As it stood',
              cell: ({ asOf, overdue }) => (
                <div>
                  {shortDate(asOf)}
                  {overdue ? <span className="hint">To be checked again</span> : null}
                </div>
              ),
            },
          ]}
        />
      ) : null}
    </AppPage>
  );
}
