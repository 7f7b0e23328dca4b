import { Link } from '@remix-run/react';
import { isDue } from '~/school-changes/change-filter';
import type { LoggedChange } from '~/school-changes/change-log.server';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { changeKindInWords, takenOut } from './changes-in-words';
import { shortDate } from './said';

interface ChangesTableProps {
  caption: string;
  changes: LoggedChange[];
  /** Civil date: what is due is due by then. */
  date: string;
  empty: string;
}

/** The change log, a row each, the newest first. */
export function ChangesTable({ caption, changes, date, empty }: ChangesTableProps) {
  return (
    <Table<LoggedChange>
      caption={caption}
      rows={changes}
      rowKey={({ changeId }) => changeId}
      empty={<p>{empty}</p>}
      columns={[
        {
          key: 'what',
          head: 'What changed, and why',
          rowHead: true,
          cell: (change) => <What change={change} />,
        },
        { key: 'on', head: 'Date', cell: ({ changedOn }) => shortDate(changedOn) },
        { key: 'themes', head: 'Parts', cell: ({ themes }) => themes.join(',\u00A0') },
        { key: 'kind', head: 'Kind', cell: ({ kind }) => changeKindInWords(kind) },
        { key: 'owner', head: 'Who sees to it', cell: ({ owner }) => owner },
        {
          key: 'review',
          head: 'Look again',
          cell: (change) => <LookAgain change={change} date={date} />,
        },
      ]}
    />
  );
}

function What({ change: { changeId, words, altered } }: { change: LoggedChange }) {
  return (
    <div>
      <Link to={`/evidence/changes/${changeId}`} prefetch="none">
        {words?.what ?? 'A change'}
      </Link>
      <span className="hint">{words?.why ?? takenOut}</span>
      {altered ? <span className="hint">{notAsRecorded}</span> : null}
    </div>
  );
}

export const notAsRecorded =
  'These words are not the ones that were recorded: somebody has changed them in the database since.';

/** When it is to be looked at again; that this is due is said in words and by a shape. */
export function LookAgain({ change, date }: { change: LoggedChange; date: string }) {
  const { reviewOn, reviewedOn } = change;
  if (reviewOn === null) {
    return reviewedOn ? `Looked at ${shortDate(reviewedOn)}` : 'Not planned';
  }
  return isDue(change, date) ? (
    <Status kind="todo">Due since {shortDate(reviewOn)}</Status>
  ) : (
    shortDate(reviewOn)
  );
}
