import { capitalised } from '~/people/staff-details';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import type { Counted } from './people-counted.server';
import { standingShapes } from './people-standing';
import { shortDate } from './said';

interface PeopleTableProps {
  caption: string;
  people: Counted[];
  /** It is about one module, with which everyone stands somewhere. */
  one: boolean;
}

/** Those of whom a figure is counted, with their names. */
export function PeopleTable({ caption, people, one }: PeopleTableProps) {
  return (
    <Table<Counted>
      caption={caption}
      rows={people}
      rowKey={({ personId }) => personId}
      empty={<p>Nobody on the staff list that day fits this.</p>}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name ?? 'Name erased' },
        {
          key: 'role',
          head: 'Role and teams',
          cell: ({ roleGroup, teams }) => (
            <div>
              {capitalised(roleGroup)}
              {teams.length > 0 ? <span className="hint">{teams.join(', ')}</span> : null}
            </div>
          ),
        },
        {
          key: 'since',
          head: 'On the staff since',
          cell: ({ startDate, contract }) => (
            <div>
              {shortDate(startDate)}
              <span className="hint">{contract}</span>
            </div>
          ),
        },
        {
          key: 'done',
          head: one ? 'How far' : 'Completed',
          cell: (person) => <Done {...person} one={one} />,
        },
      ]}
    />
  );
}

function Done({ done, standing, one }: Counted & { one: boolean }) {
  const { kind, words } = standingShapes[standing];
  return (
    <div>
      {one ? <Status kind={kind}>{words}</Status> : null}
      {!one && done.length === 0 ? 'Nothing' : null}
      {done.map(({ title, version, on, refresher }) => (
        <span key={`${title} ${on} ${refresher}`} className="hint">
          {one ? '' : `${title}, `}
          {refresher ? 'refresher to ' : ''}version {version}, {shortDate(on)}
        </span>
      ))}
    </div>
  );
}
