import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { meets } from '~/school-changes/change-filter';
import { changesAsAt, type LoggedChange } from '~/school-changes/change-log.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { takenOut } from './changes-in-words';
import { LookAgain } from './changes-table';
import { readQuestion } from './question.server';
import { shortDate } from './said';

export const meta = () => title('Policies');

/** What is due first; what is not planned last. */
const byReview = (a: LoggedChange, b: LoggedChange) =>
  (a.reviewOn ?? '9999').localeCompare(b.reviewOn ?? '9999');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { asAt } = readQuestion(args, who);
  const { error, date, size, typed, began, today } = asAt;
  const all = error ? [] : changesAsAt(args.context.attune.db, who.schoolId, size);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      date: error ? null : date,
      policies: all.filter(meets({ kind: 'policy' })).sort(byReview),
    },
    { status: error ? 400 : 200 },
  );
}

export default function Policies() {
  const { who, asAt, date, policies } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="evidence"
      title="Policies"
      intro="Changes to policies, the next to be looked at first."
      back={{ to: '/evidence/changes', label: 'What the school changed' }}
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt} />
      {date ? (
        <Table<LoggedChange>
          caption={`Policies, as at the end of ${civilDateInWords(date)}`}
          rows={policies}
          rowKey={({ changeId }) => changeId}
          empty={<p>No change to a policy was on the log by then.</p>}
          columns={[
            {
              key: 'what',
              head: 'What changed',
              rowHead: true,
              cell: ({ changeId, words }) => (
                <Link to={`/evidence/changes/${changeId}`} prefetch="none">
                  {words?.what ?? takenOut}
                </Link>
              ),
            },
            { key: 'on', head: 'Changed', cell: ({ changedOn }) => shortDate(changedOn) },
            { key: 'themes', head: 'Parts', cell: ({ themes }) => themes.join(',\u00A0') },
            { key: 'owner', head: 'Who sees to it', cell: ({ owner }) => owner },
            {
              key: 'looked',
              head: 'Looked at',
              cell: ({ reviewedOn }) => (reviewedOn ? shortDate(reviewedOn) : 'Not since'),
            },
            {
              key: 'review',
              head: 'Look again',
              cell: (change) => <LookAgain change={change} date={date} />,
            },
          ]}
        />
      ) : null}
    </AppPage>
  );
}
