import { Link } from '@remix-run/react';
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
  totalHead?: string;
  /** Where the rows behind a group's completions are; the total's for null. */
  rowsOf?: (group: string | null) => string | undefined;
}

/** Trained out of how many, group by group, and where the others stand. */
export function GroupTable({
  caption,
  head,
  groups,
  total,
  totalHead = 'All staff',
  rowsOf,
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
              <Trained count={row} rows={rowsOf?.(row.group)} />
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
              <Trained count={total} rows={rowsOf?.(null)} />
            </td>
            <td data-label="Not yet">{notYetInWords(total)}</td>
          </tr>
        ) : undefined
      }
    />
  );
}

/** “7 of 8”, which leads to the rows it counts. */
function Trained({ count, rows }: { count: Count; rows: string | undefined }) {
  const said = `${count.trained} of ${count.staff}`;
  if (rows === undefined || count.trained === 0) return said;
  return (
    <Link to={rows} prefetch="none">
      {said}
    </Link>
  );
}
