import { Meter } from '~/ui/meter';
import { Table } from '~/ui/table';
import type { Block } from './summary-sections';

/** A piece of the summary on the page. */
export function SummaryBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'text':
      return <p className={block.soft ? 'muted' : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'bars':
      return (
        <>
          <h3>{block.caption}</h3>
          {block.rows.map(({ label, value, of }) => (
            <Meter key={label} label={label} value={value} max={of} text={`${value} of ${of}`} />
          ))}
        </>
      );
    case 'table':
      return (
        <Table<string[]>
          caption={block.caption}
          rows={block.rows}
          rowKey={(row) => row.join('|')}
          columns={block.head.map((head, n) => ({
            ...{ key: head, head, rowHead: n === 0 },
            cell: (row) => row[n] ?? '',
          }))}
        />
      );
  }
}
