import { kindInWords } from '~/pages/sessions/in-words';
import { togetherInWords } from '~/pages/together-in-words';
import { putBackBecause, withdrawnBecause } from '~/pages/withdrawn-in-words';
import { capitalised } from '~/people/staff-details';
import type { Line as RecordLine } from '~/record/row-types';
import type { LedOn } from '~/record/together.server';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { shortDate } from './said';
import { statuses } from './statuses';

type Line = Omit<RecordLine, 'together'> & {
  together: LedOn[];
  because: string | null;
  putBackBecause: string | null;
  /** Civil date; null where it is open. */
  opensOn: string | null;
};

interface LinesTableProps {
  caption: string;
  lines: Line[];
}

/** Lines of the training record with their names. */
export function LinesTable({ caption, lines }: LinesTableProps) {
  return (
    <Table<Line>
      caption={caption}
      rows={lines}
      rowKey={(row) => row.rowId}
      empty={<p>{caption}. No line of the record fits what you chose.</p>}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: (row) => row.name ?? 'Name erased' },
        {
          key: 'role',
          head: 'Role and teams',
          cell: (row) => (
            <div>
              {capitalised(row.roleGroup)}
              {row.teams.length > 0 ? <span className="hint">{row.teams.join(', ')}</span> : null}
            </div>
          ),
        },
        {
          key: 'module',
          head: 'Module or session',
          cell: (row) => (
            <div>
              {row.moduleTitle}
              {row.session === null ? null : (
                <span className="hint">
                  {[kindInWords(row.sessionKind ?? ''), row.provider].filter(Boolean).join(', ')}
                </span>
              )}
              {row.version === null ? null : (
                <span className="hint">
                  Version {row.version}
                  {row.cpdType === 'refresher' ? ', refresher' : ''}
                </span>
              )}
              {row.together.length > 0 ? (
                <span className="hint">{togetherInWords(row.together)}</span>
              ) : null}
            </div>
          ),
        },
        { key: 'status', head: 'Status', cell: (row) => <LineStatus line={row} /> },
        {
          key: 'asked',
          head: 'Asked for',
          cell: (row) => (
            <div>
              {dated(row.assignedOn)}
              {row.dueOn ? <span className="hint">due {shortDate(row.dueOn)}</span> : null}
            </div>
          ),
        },
        { key: 'started', head: 'Started', cell: (row) => dated(row.startedOn) },
        { key: 'completed', head: 'Completed', cell: (row) => dated(row.completedOn) },
        {
          key: 'recorded',
          head: 'Entered',
          cell: (row) => (
            <div>
              {dated(row.recordedOn)}
              {enteredAs(row) === null ? null : <span className="hint">{enteredAs(row)}</span>}
              {row.enteredFrom === 'own list' ? (
                <span className="hint">from the school’s own list</span>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}

/** What was entered on that day, where it is not what the line is about. */
function enteredAs({ because, putBackBecause, session }: Line): string | null {
  if (putBackBecause !== null) return 'when it was put back';
  if (because === null) return null;
  return session === null ? 'when it was withdrawn' : 'when it was taken off';
}

function LineStatus({ line }: { line: Line }) {
  const { status, session, because, opensOn } = line;
  if (opensOn !== null) {
    return (
      <div>
        <Status kind="none">Not open yet</Status>
        <span className="hint">from {shortDate(opensOn)}</span>
      </div>
    );
  }
  const found = statuses.find(({ value }) => value === status);
  const attended = session !== null && status === 'current';
  return (
    <div>
      <Status kind={found?.kind ?? 'none'}>
        {attended ? 'Attended' : (found?.label ?? status)}
      </Status>
      {because === null ? null : <span className="hint">because {withdrawnBecause(because)}</span>}
      {line.putBackBecause === null ? null : (
        <span className="hint">
          withdrawn, and put back because {putBackBecause(line.putBackBecause, 'their')}
        </span>
      )}
    </div>
  );
}

const dated = (date: string | null) => (date ? shortDate(date) : '–');
