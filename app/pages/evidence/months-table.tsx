import type { MonthCount } from '~/record/months';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';

const named = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Completions month by month: spread over time, or all on one day. */
export function MonthsTable({ title, months }: { title: string; months: MonthCount[] }) {
  const most = Math.max(1, ...months.map(({ n }) => n));
  return (
    <>
      <Table<MonthCount>
        caption={`${title}: completions by month`}
        rows={months}
        rowKey={(row) => row.month}
        columns={[
          {
            key: 'month',
            head: 'Month',
            rowHead: true,
            cell: (row) => named.format(new Date(`${row.month}-01T00:00:00Z`)),
          },
          {
            key: 'n',
            head: 'Completions',
            cell: (row) => (
              <div>
                {row.n}
                <Bar value={row.n} max={most} />
              </div>
            ),
          },
        ]}
      />
      <p className="small muted">
        Each completion is counted in the month it was earned, by staff who have left since too.
      </p>
    </>
  );
}
