import { Link } from '@remix-run/react';
import type { GridPerson } from '~/cohorts/grid.server';
import type { Cell, GridStatus } from '~/cohorts/status';
import { civilDateInWords } from '~/course/said';
import { Status, type StatusKind } from '~/ui/status';
import { Table } from '~/ui/table';

const shown: Record<GridStatus, { kind: StatusKind; words: string }> = {
  done: { kind: 'done', words: 'Done' },
  'in progress': { kind: 'going', words: 'In progress' },
  'not started': { kind: 'todo', words: 'Not started' },
  'opens later': { kind: 'none', words: 'Opens later' },
  'in progress, overdue': { kind: 'going-late', words: 'In progress, overdue' },
  overdue: { kind: 'late', words: 'Overdue' },
  'has asked for a hand': { kind: 'needs-hand', words: 'Has asked for a hand' },
  'not assigned': { kind: 'none', words: 'Not assigned' },
};

const before: Partial<Record<GridStatus, string>> = { done: '', 'opens later': 'from ' };

interface GridTableProps {
  caption: string;
  modules: { slug: string; title: string }[];
  people: GridPerson[];
  /** Names lead to the lead's page of each person. */
  linked?: boolean;
}

/** People by modules: words, shape and colour in every cell. */
export function GridTable({ caption, modules, people, linked = true }: GridTableProps) {
  return (
    <Table<GridPerson>
      caption={caption}
      narrow="stack"
      rows={people}
      rowKey={(row) => row.id}
      empty={<p>{caption}. Nobody is here yet.</p>}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: (row) =>
            linked ? (
              <Link to={`/lead/people/${row.id}`} prefetch="none">
                {row.name}
              </Link>
            ) : (
              row.name
            ),
        },
        ...modules.map((module, n) => ({
          key: module.slug,
          head: module.title,
          cell: (row: GridPerson) => <GridCell cell={row.cells[n]} />,
        })),
      ]}
    />
  );
}

function GridCell({ cell }: { cell: Cell | undefined }) {
  if (!cell) return null;
  const { kind, words } = shown[cell.status];
  return (
    <>
      <Status kind={kind}>{words}</Status>
      {cell.on ? (
        <div className="hint">
          {before[cell.status] ?? 'due '}
          {civilDateInWords(cell.on)}
          {cell.refresher ? `, refresher of version ${cell.refresher}` : ''}
        </div>
      ) : null}
    </>
  );
}
