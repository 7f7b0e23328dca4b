import type { MonthCount } from '~/record/months';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';
import { monthInWords } from './month-in-words';

/** Two years are enough to see whether learning is spread or came in one spike. */
const shownMonths = 24;

/** Completions month by month. */
export function MonthsTable({ title, months }: { title: string; months: MonthCount[] }) {
  const shown = months.slice(-shownMonths);
  const most = Math.max(1, ...shown.map(({ n }) => n));
  const earlier = months.slice(0, -shownMonths).reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <Table<MonthCount>
        caption={`${title}: completions by month`}
        rows={shown}
        rowKey={(row) => row.month}
        columns={[
          {
            key: 'month',
            head: 'Month',
            rowHead: true,
            cell: (row) => monthInWords(row.month),
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
        Each completion stands in the month in which it was earned; those of staff who have left
        since are counted too, and a refresher is not counted again.
        {earlier > 0 ? ` ${earlier} more came before these months.` : ''}
      </p>
    </>
  );
}
