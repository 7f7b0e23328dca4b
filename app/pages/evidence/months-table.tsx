import { Link } from '@remix-run/react';
import type { MonthCount } from '~/record/months';
import { Bar } from '~/ui/meter';
import { Table } from '~/ui/table';
import { monthInWords } from './month-in-words';

/** Two years are enough to see whether learning is spread or came in one spike. */
const shownMonths = 24;

interface MonthsTableProps {
  title: string;
  months: MonthCount[];
  /** Where the completions of one month are, or those of all. */
  linesOf: (month?: string) => string;
}

/** Completions month by month. */
export function MonthsTable({ title, months, linesOf }: MonthsTableProps) {
  const shown = months.slice(-shownMonths);
  const most = Math.max(1, ...shown.map(({ n }) => n));
  const all = months.reduce((sum, { n }) => sum + n, 0);
  const earlier = all - shown.reduce((sum, { n }) => sum + n, 0);
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
                {row.n === 0 ? (
                  '0'
                ) : (
                  <Link to={linesOf(row.month)} prefetch="none">
                    {row.n}
                    <span className="visually-hidden"> in {monthInWords(row.month)}</span>
                  </Link>
                )}
                <Bar value={row.n} max={most} />
              </div>
            ),
          },
        ]}
      />
      <p className="small muted">
        Each completion stands in the month in which it was earned; those of staff who have left
        since are counted too, and a refresher is not counted again.
        {earlier > 0 ? (
          <>
            {' '}
            There are{' '}
            <Link to={linesOf()} prefetch="none">
              {all} completions
            </Link>{' '}
            in all; {earlier} of them came before these months.
          </>
        ) : null}
      </p>
    </>
  );
}
