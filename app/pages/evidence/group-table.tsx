import { capitalised } from '~/people/staff-details';
import type { Count, GroupCount } from '~/record/coverage';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';
import { notYetInWords } from './said';

interface GroupTableProps {
  caption: string;
  head: string;
  groups: GroupCount[];
  /** The whole staff, where the groups add up to it. */
  total?: Count;
}

/** Trained out of how many, group by group, and where the others stand. */
export function GroupTable({ caption, head, groups, total }: GroupTableProps) {
  return (
    <Table<GroupCount>
      caption={caption}
      rows={groups}
      rowKey={(row) => row.group}
      columns={[
        { key: 'group', head, rowHead: true, cell: (row) => capitalised(row.group) },
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
        { key: 'rest', head: 'Not yet', cell: (row) => notYetInWords(row) },
      ]}
      foot={
        total ? (
          <tr>
            <th scope="row">All staff</th>
            <td data-label="Trained">
              {total.trained} of {total.staff}
            </td>
            <td data-label="Not yet">{notYetInWords(total)}</td>
          </tr>
        ) : undefined
      }
    />
  );
}
