import { Link } from '@remix-run/react';
import { Table } from '~/ui/table';
import type { OpenView } from './staff-list-view.server';

type Line = OpenView['lines'][number];

/** Rows of one kind, with what will happen to each, or why nothing will. */
export function StaffListRows({ caption, lines }: { caption: string; lines: Line[] }) {
  return (
    <Table<Line>
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ n, id }, i) => `${n ?? id ?? i}`}
      empty={<p>None.</p>}
      columns={[
        { key: 'n', head: 'Row', cell: ({ n }) => n ?? '–' },
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: ({ id, name }) =>
            id ? (
              <Link to={`/lead/people/${id}`} prefetch="none">
                {name}
              </Link>
            ) : (
              name
            ),
        },
        { key: 'words', head: 'What happens', cell: ({ words }) => <Sentences words={words} /> },
      ]}
    />
  );
}

function Sentences({ words }: { words: string[] }) {
  return words.map((sentence) => <div key={sentence}>{sentence}</div>);
}
