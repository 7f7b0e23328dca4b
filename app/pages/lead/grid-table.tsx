import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
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

type Person = Pick<GridPerson, 'id' | 'name' | 'cells'>;

interface GridTableProps {
  caption: string;
  modules: { slug: string; title: string }[];
  people: Person[];
  /** In place of nobody. */
  empty?: ReactNode;
  /** Names lead to the lead's page of each person. */
  linked?: boolean;
}

/** People by modules: words, shape and colour in every cell. */
export function GridTable({ caption, modules, people, empty, linked = true }: GridTableProps) {
  return (
    <Table<Person>
      caption={caption}
      narrow="stack"
      rows={people}
      rowKey={(row) => row.id}
      empty={empty ?? <p>{caption}. Nobody is here yet.</p>}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: (row) => (
            <>
              {linked ? (
                <Link to={`/lead/people/${row.id}`} prefetch="none">
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
              {row.cells.every(({ status }) => status === 'not assigned') ? (
                <div className="hint only-stacked">Nothing assigned</div>
              ) : null}
            </>
          ),
        },
        ...modules.map((module, n) => ({
          key: module.slug,
          head: module.title,
          cell: (row: Person) => <GridCell cell={row.cells[n]} />,
        })),
      ]}
    />
  );
}

function GridCell({ cell }: { cell: Cell | undefined }) {
  if (!cell) return null;
  const { kind, words } = shown[cell.status];
  // On a phone each person is a card, which would be long with every module they were not asked for.
  if (cell.status === 'not assigned') {
    return (
      <div className="not-stacked">
        <Status kind={kind}>{words}</Status>
      </div>
    );
  }
  return (
    <>
      <Status kind={kind}>{words}</Status>
      {cell.on ? (
        <div className="hint">
          {before[cell.status] ?? 'due '}
          {civilDateInWords(cell.on)}
          {cell.dates ? `, the first of ${cell.dates} dates` : ''}
          {cell.refresher ? `, refresher of version ${cell.refresher}` : ''}
        </div>
      ) : null}
    </>
  );
}
