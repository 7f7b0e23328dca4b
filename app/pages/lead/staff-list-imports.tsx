import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import type { ImportState } from '~db/schema';
import { countsInWords } from './staff-list-words';

interface Listed {
  id: string;
  state: ImportState;
  file: string | null;
  counts: Record<string, number> | null;
  on: string;
  by: string;
}

export function StaffListImports({ imports }: { imports: Listed[] }) {
  return (
    <Table<Listed>
      caption="The newest twenty"
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'list',
          head: 'List',
          rowHead: true,
          cell: ({ id, file, on }) => (
            <Link to={`/lead/staff-list/${id}`} prefetch="none">
              {civilDateInWords(on)}, {file ?? 'pasted'}
            </Link>
          ),
        },
        { key: 'by', head: 'Brought by', cell: ({ by }) => by },
        {
          key: 'state',
          head: 'What became of it',
          cell: ({ state, counts }) => {
            if (state === 'to check') return <Status kind="going">To be checked</Status>;
            return (
              <>
                {state === 'undone' ? (
                  <Status kind="none">Undone</Status>
                ) : (
                  <Status kind="done">Brought in</Status>
                )}
                <div className="muted">{countsInWords(counts ?? {})}</div>
              </>
            );
          },
        },
      ]}
    />
  );
}
