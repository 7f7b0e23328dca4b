import { Link } from '@remix-run/react';
import { capitalised } from '~/people/staff-details';
import type { GroupCount } from '~/record/coverage';
import type { Count } from '~/record/standing';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';
import { notYetInWords } from './said';

interface GroupTableProps {
  caption: string;
  head: string;
  groups: GroupCount[];
  /** The whole staff, where the groups add up to it. */
  total?: Count;
  totalHead?: string;
  /** Where so many completions of a group open to; the total's for null. */
  behind: (trained: number, group: string | null) => string;
}

/** Trained out of how many, group by group, and where the others stand. */
export function GroupTable({
  caption,
  head,
  groups,
  total,
  totalHead = 'All staff',
  behind,
}: GroupTableProps) {
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
              <Trained count={row} to={behind(row.trained, row.group)} />
              <Bar value={row.trained} max={row.staff} />
            </div>
          ),
        },
        { key: 'rest', head: 'Not yet', cell: (row) => notYetInWords(row) },
      ]}
      foot={
        total ? (
          <tr>
            <th scope="row">{totalHead}</th>
            <td data-label="Trained">
              <Trained count={total} to={behind(total.trained, null)} />
            </td>
            <td data-label="Not yet">{notYetInWords(total)}</td>
          </tr>
        ) : undefined
      }
    />
  );
}

/** “7 of 8”, which leads to the rows it counts. */
function Trained({ count, to }: { count: Count; to: string }) {
  return (
    <Link to={to} prefetch="none">
      {count.trained} of {count.staff}
    </Link>
  );
}
