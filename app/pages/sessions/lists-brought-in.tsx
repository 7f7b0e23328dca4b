import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { LineKind } from '~/training-sessions/lists/plan';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import type { ListState } from '~db/schema';
import { countsInWords } from './in-words';

interface Listed {
  id: string;
  state: ListState;
  file: string | null;
  counts: Partial<Record<LineKind, number>> | null;
  /** Civil date. */
  on: string;
  by: string;
}

/** Lists of past training: those that were read and wait to be looked at, and those that are in. */
export function ListsBroughtIn({ lists }: { lists: Listed[] }) {
  return (
    <Table<Listed>
      caption="Lists read before: the newest twenty"
      rows={lists}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'list',
          head: 'List',
          rowHead: true,
          cell: ({ id, file, on }) => (
            <Link to={`/lead/sessions/lists/${id}`} prefetch="none">
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
            if (state === 'undone') return <Status kind="none">Undone</Status>;
            return countsInWords(counts ?? {});
          },
        },
      ]}
    />
  );
}
