import { Link } from '@remix-run/react';
import { CheckedList, RowQuestions } from '~/pages/lead/checked-list';
import { rowsInWords } from '~/pages/lead/staff-list-words';
import type { PageWho } from '~/people/guard.server';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { people } from './in-words';
import type { OpenView } from './list-view.server';

interface PreviewProps {
  who: PageWho;
  view: OpenView;
}

type Line = OpenView['lines'][number];

/** Everything about pasted names or past training before it goes on the record. */
export function ListPreview({ who, view }: PreviewProps) {
  const { names, rows, shown, lines } = view;
  const { ask = 0, refuse = 0, record = 0 } = view.counts;
  const counted = names ? `${rows} ${rows === 1 ? 'name' : 'names'}` : rowsInWords(rows);
  const deed = names
    ? `Put ${people(record)} on the record`
    : `Record ${record === 1 ? 'one training' : `${record.toLocaleString('en-GB')} trainings`} of ${people(view.people)}`;
  return (
    <CheckedList
      who={who}
      about={`${counted} in ${view.from}.`}
      view={view}
      ask={ask}
      refuse={refuse}
      care={<WorthALook look={view.look} />}
      deed={record > 0 ? deed : null}
      doing="Putting it on the record."
      of="on the record"
    >
      {shown === 'ask' ? (
        <RowQuestions who={who} lines={lines} />
      ) : (
        <Lines caption={view.kinds.find(({ kind }) => kind === shown)?.label ?? ''} lines={lines} />
      )}
    </CheckedList>
  );
}

/** What goes on the record all the same, and that somebody may want to put right first. */
function WorthALook({ look: { hoursUnread, afterLeaving } }: { look: OpenView['look'] }) {
  if (hoursUnread + afterLeaving === 0) return null;
  return (
    <Notice kind="care" title="Worth a look first">
      <ul>
        {hoursUnread > 0 ? (
          <li>
            {rowsInWords(hoursUnread)} {hoursUnread === 1 ? 'goes' : 'go'} on the record without
            hours: we could not read what the list says.
          </li>
        ) : null}
        {afterLeaving > 0 ? (
          <li>
            {rowsInWords(afterLeaving)} {afterLeaving === 1 ? 'is' : 'are'} about a day after
            somebody’s last day at your school.
          </li>
        ) : null}
      </ul>
      <p>
        <Link to="?kind=look" prefetch="none" preventScrollReset>
          See which
        </Link>
      </p>
    </Notice>
  );
}

function Lines({ caption, lines }: { caption: string; lines: Line[] }) {
  return (
    <Table<Line>
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ n }) => String(n)}
      empty={<p>None.</p>}
      columns={[
        { key: 'n', head: 'Row', cell: ({ n }) => n },
        { key: 'who', head: 'Who', rowHead: true, cell: ({ name }) => name },
        {
          key: 'words',
          head: 'What happens',
          cell: ({ taken, words }) =>
            [...(taken ? [taken] : []), ...words].map((line) => <div key={line}>{line}</div>),
        },
      ]}
    />
  );
}
