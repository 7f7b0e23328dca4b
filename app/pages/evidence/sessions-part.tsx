import { kindInWords, lengthInWords, people } from '~/pages/sessions/in-words';
import type { AttendedSession } from '~/record/sessions-attended.server';
import { Details } from '~/ui/panel';
import { Table } from '~/ui/table';
import { shortDate } from './said';

/** How many are shown before the rest must be asked for. */
const first = 6;

/** Beside the modules: what else people were trained in, by whom, and how many of them. */
export function SessionsPart({ sessions }: { sessions: AttendedSession[] }) {
  if (sessions.length === 0) return null;
  const older = sessions.slice(first);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions and outside training</h2>
      <SessionTable caption="Sessions and outside training" sessions={sessions.slice(0, first)} />
      {older.length > 0 ? (
        <Details summary={`Earlier ones: ${older.length}`}>
          <SessionTable caption="Earlier sessions and outside training" sessions={older} />
        </Details>
      ) : null}
    </section>
  );
}

function SessionTable({ caption, sessions }: { caption: string; sessions: AttendedSession[] }) {
  return (
    <Table<AttendedSession>
      caption={caption}
      captionHidden
      rows={sessions}
      rowKey={({ session }) => session}
      columns={[
        { key: 'title', head: 'Session', rowHead: true, cell: ({ title }) => title },
        { key: 'on', head: 'Took place', cell: ({ heldOn }) => shortDate(heldOn) },
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
        { key: 'people', head: 'Attended', cell: ({ people: n }) => people(n) },
      ]}
    />
  );
}
