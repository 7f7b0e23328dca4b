import { Link } from '@remix-run/react';
import { StaffListPages } from '~/pages/lead/staff-list-pages';
import { StaffListPending } from '~/pages/lead/staff-list-pending';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { people } from './in-words';
import type { OpenView } from './list-view.server';

interface PreviewProps {
  who: PageWho;
  view: OpenView;
}

type Line = OpenView['lines'][number];
const rows = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'row' : 'rows'}`;

/** Everything about a list before it goes on the record. */
export function ListPreview({ who, view }: PreviewProps) {
  const { kinds, shown, names, lines } = view;
  const label = kinds.find(({ kind }) => kind === shown)?.label ?? '';
  return (
    <>
      <Panel title="What will happen" tone="next">
        <p>
          {names ? `${view.rows} ${view.rows === 1 ? 'name' : 'names'}` : rows(view.rows)} in{' '}
          {view.from}.
        </p>
        <Confirm who={who} view={view} />
      </Panel>
      <nav aria-label="Rows by what happens to them">
        <ul className="nav">
          {kinds.map(({ kind, label, n }) => (
            <li key={kind}>
              <Link
                to={`?kind=${kind}`}
                prefetch="none"
                preventScrollReset
                aria-current={kind === shown ? 'page' : undefined}
              >
                {label}: {n.toLocaleString('en-GB')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{label}</h2>
      {shown === 'ask' ? (
        <Questions key={lines[0]?.n} who={who} lines={lines} />
      ) : (
        <Lines caption={label} lines={lines} />
      )}
      <StaffListPages page={view.page} pages={view.pages} query={`kind=${shown}&`} />
      {names ? null : (
        <Details summary="Which columns were read">
          <p>Read: {view.read.join(', ')}.</p>
          {view.notRead.length > 0 ? (
            <p>Passed over, and not kept: {view.notRead.join(', ')}.</p>
          ) : null}
        </Details>
      )}
    </>
  );
}

function Confirm({ who, view }: PreviewProps) {
  const { ask = 0, refuse = 0, record = 0 } = view.counts;
  const deed = view.names
    ? `Put ${people(record)} on the record`
    : `Record ${record === 1 ? 'one training' : `${record.toLocaleString('en-GB')} trainings`} of ${people(view.people)}`;
  return (
    <>
      {ask > 0 ? (
        <Notice kind="care" title={`${rows(ask)} ${ask === 1 ? 'waits' : 'wait'} for your answer`}>
          <p>Answer below. A row without an answer is left out.</p>
        </Notice>
      ) : null}
      {refuse > 0 ? (
        <p>
          {rows(refuse)} cannot be used as {refuse === 1 ? 'it stands' : 'they stand'}. You can mend{' '}
          {refuse === 1 ? 'it' : 'them'} and bring the list in again: what is in already is left
          alone.
        </p>
      ) : null}
      {record > 0 ? (
        <PostForm who={who}>
          <input type="hidden" name="formId" value="confirm" />
          <input type="hidden" name="mark" value={view.mark} />
          <Button>{deed}</Button>
          <StaffListPending>Putting it on the record.</StaffListPending>
        </PostForm>
      ) : (
        <p>
          <strong>This list changes nothing</strong> on the record.
        </p>
      )}
      <PostForm who={who}>
        <input type="hidden" name="formId" value="drop" />
        <Button variant="quiet">Put this list aside</Button>
      </PostForm>
    </>
  );
}

/** Rows that may be about more than one person, or that only perhaps are about one. */
function Questions({ who, lines }: { who: PageWho; lines: Line[] }) {
  return (
    <PostForm who={who} noValidate>
      <input type="hidden" name="formId" value="rows" />
      {lines.map(({ n, written, words, choices }) => (
        <Radios
          key={n}
          legend={`Row ${n}: ${written}`}
          name={`row-${n}`}
          hint={words.join(' ')}
          options={choices}
        />
      ))}
      <div className="form-actions">
        <Button variant="secondary">Keep these answers</Button>
      </div>
    </PostForm>
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
        { key: 'who', head: 'Who', rowHead: true, cell: ({ written }) => written },
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
