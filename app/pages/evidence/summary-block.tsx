import { Meter } from '~/ui/meter';
import { Table } from '~/ui/table';
import type { Block, Section } from './summary-sections';

/** Headings of the summary with what stands under each, on the page. */
export function SummarySections({ of }: { of: readonly Section[] }) {
  return of.map(({ title, blocks }) => (
    <section key={title}>
      <h2>{title}</h2>
      {blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a block.
        <SummaryBlock key={n} block={block} />
      ))}
    </section>
  ));
}

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
    case 'timeline':
      return (
        <>
          <Columns of={block.months.map(({ n }) => n)} />
          <BlockTable {...block} narrow="scroll" />
        </>
      );
    case 'table':
      return <BlockTable {...block} />;
  }
}

interface BlockTableProps {
  caption: string;
  head: string[];
  rows: string[][];
  narrow?: 'stack' | 'scroll';
}

function BlockTable({ caption, head, rows, narrow = 'stack' }: BlockTableProps) {
  return (
    <Table<string[]>
      caption={caption}
      narrow={narrow}
      rows={rows}
      rowKey={(row, n) => `${n} ${row[0]}`}
      columns={head.map((one, n) => ({
        ...{ key: one, head: one, rowHead: n === 0 },
        cell: (row) => row[n] ?? '',
      }))}
    />
  );
}

const tall = 20;

/** A month each, in a row: decoration, because the table below says every figure. */
function Columns({ of }: { of: readonly number[] }) {
  const most = Math.max(1, ...of);
  return (
    <svg
      width="100%"
      height="72"
      viewBox={`0 0 ${of.length * 4} ${tall}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {of.map((n, month) => {
        const height = Math.max(0.3, (tall * n) / most);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a month.
            key={month}
            className="bar-done"
            x={month * 4 + 0.4}
            y={tall - height}
            width="3.2"
            height={height}
          />
        );
      })}
    </svg>
  );
}
