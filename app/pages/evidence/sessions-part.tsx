import { Link } from '@remix-run/react';
import { kindInWords, lengthInWords, people } from '~/pages/sessions/in-words';
import type { AttendedSession } from '~/record/sessions-attended.server';
import { Details } from '~/ui/panel';
import { Table } from '~/ui/table';
import { linesBehind } from './links';
import { attendedCounts, enteredLater, shortDate } from './said';

/** How many are shown before the rest must be asked for. */
const first = 6;

interface SessionsPartProps {
  sessions: AttendedSession[];
  /** Whether some of those who attended were not on the staff that day. */
  others: boolean;
  /** Civil date. */
  asAt: string;
}

/** Beside the modules: what else people were trained in, by whom, and how many of them. */
export function SessionsPart({ sessions, others, asAt }: SessionsPartProps) {
  if (sessions.length === 0) return null;
  const older = sessions.slice(first);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions and outside training</h2>
      <SessionTable
        caption="Sessions and outside training"
        sessions={sessions.slice(0, first)}
        asAt={asAt}
      />
      {older.length > 0 ? (
        <Details summary={`Earlier ones: ${older.length}`}>
          <SessionTable
            caption="Earlier sessions and outside training"
            sessions={older}
            asAt={asAt}
          />
        </Details>
      ) : null}
      {others ? <p className="small muted">{attendedCounts}</p> : null}
    </section>
  );
}

interface SessionTableProps {
  caption: string;
  sessions: AttendedSession[];
  /** Civil date. */
  asAt: string;
}

function SessionTable({ caption, sessions, asAt }: SessionTableProps) {
  return (
    <Table<AttendedSession>
      caption={caption}
      captionHidden
      rows={sessions}
      rowKey={({ session }) => session}
      columns={[
        { key: 'title', head: 'Session', rowHead: true, cell: ({ title }) => title },
        {
          key: 'on',
          head: 'Took place',
          cell: (session) => {
            const entered = enteredLater(session);
            return (
              <div>
                {shortDate(session.heldOn)}
                {entered ? <span className="hint">{entered}</span> : null}
              </div>
            );
          },
        },
        {
          key: 'kind',
          head: 'Kind',
          cell: ({ kind, provider }) => (
            <div>
              {kindInWords(kind)}
              {provider ? <span className="hint">{provider}</span> : null}
            </div>
          ),
        },
        { key: 'length', head: 'How long', cell: ({ minutes }) => lengthInWords(minutes) },
        {
          key: 'people',
          head: 'Attended',
          cell: ({ session, title, people: n }) => (
            <Link to={linesBehind({ asAt, session, completed: 'sessions' })} prefetch="none">
              {people(n)}
              <span className="visually-hidden"> attended {title}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
