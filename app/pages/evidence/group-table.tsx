import type { Count, GroupCount } from '~/record/coverage';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';

interface GroupTableProps {
  caption: string;
  head: string;
  groups: GroupCount[];
  /** The whole staff, where the groups add up to it. */
  total?: Count;
  note?: string;
}

/** Trained out of how many, group by group, with where the others stand. */
export function GroupTable({ caption, head, groups, total, note }: GroupTableProps) {
  return (
    <>
      <Table<GroupCount>
        caption={caption}
        rows={groups}
        rowKey={(row) => row.group}
        columns={[
          { key: 'group', head, rowHead: true, cell: (row) => capital(row.group) },
          {
            key: 'trained',
            head: 'Trained',
            cell: (row) => (
              <div>
                {row.trained} of {row.staff}
                <Bar value={row.trained} max={row.staff} />
              </div>
            ),
          },
          { key: 'going', head: 'In progress', number: true, cell: (row) => row.inProgress },
          { key: 'todo', head: 'Asked, not started', number: true, cell: (row) => row.notStarted },
          { key: 'none', head: 'Not asked', number: true, cell: (row) => row.notAsked },
        ]}
        foot={total ? <Total total={total} /> : undefined}
      />
      {note ? <p className="small muted">{note}</p> : null}
    </>
  );
}

function Total({ total }: { total: Count }) {
  return (
    <tr>
      <th scope="row">All staff</th>
      <td data-label="Trained">
        {total.trained} of {total.staff}
      </td>
      <td className="number" data-label="In progress">
        {total.inProgress}
      </td>
      <td className="number" data-label="Asked, not started">
        {total.notStarted}
      </td>
      <td className="number" data-label="Not asked">
        {total.notAsked}
      </td>
    </tr>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
