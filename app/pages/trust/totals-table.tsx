import { Link } from '@remix-run/react';
import type { SchoolTotals } from '~/record/trust-totals.server';
import { Table } from '~/ui/table';

export interface SchoolLine extends SchoolTotals {
  id: string;
  name: string;
  names: boolean;
}

/** A line for each school and a column for each module of any of them, with the trust's own total at the foot. */
export function TotalsTable({ schools }: { schools: SchoolLine[] }) {
  const titles = new Map(
    schools.flatMap(({ modules }) => modules.map(({ module, title }) => [module, title] as const)),
  );
  const modules = [...titles].sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
  const trained = (one: SchoolLine, module: string) =>
    one.modules.find((counted) => counted.module === module)?.trained ?? 0;
  const sum = (of: (one: SchoolLine) => number) => schools.reduce((all, one) => all + of(one), 0);
  const staff = sum((one) => one.staff);
  return (
    <Table<SchoolLine>
      caption="Staff of each school who have completed each module"
      rows={schools}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'school',
          head: 'School',
          rowHead: true,
          cell: ({ id, name }) => (
            <Link to={`/trust/schools/${id}`} prefetch="none">
              {name}
            </Link>
          ),
        },
        { key: 'staff', head: 'Staff', number: true, cell: (one) => one.staff },
        ...modules.map(([module, title]) => ({
          key: module,
          head: title,
          number: true,
          cell: (one: SchoolLine) => `${trained(one, module)} of ${one.staff}`,
        })),
      ]}
      foot={
        schools.length > 1 ? (
          <tr>
            <th scope="row">All schools</th>
            <td className="number" data-label="Staff">
              {staff}
            </td>
            {modules.map(([module, title]) => (
              <td key={module} className="number" data-label={title}>
                {sum((one) => trained(one, module))} of {staff}
              </td>
            ))}
          </tr>
        ) : undefined
      }
    />
  );
}
