import { Link } from '@remix-run/react';
import { Meter } from '~/ui/meter';
import { OnThisPage } from '~/ui/on-this-page';
import { Table } from '~/ui/table';
import { type Block, type Column, type Said, type Section, wordsOf } from './summary-sections';

/** Headings of the summary with what stands under each, on the page. */
export function SummarySections({ of }: { of: readonly Section[] }) {
  return (
    <div className="sheet">
      {of.map(({ title, blocks }) => (
        <section key={title}>
          <h2 id={headingId(title)}>{title}</h2>
          {blocks.map((block, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a block.
            <SummaryBlock key={n} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** “8. What is missing” is heading 8, to which the first page leads; “Annex A. …” is annex-a. */
function headingId(title: string): string | undefined {
  const [, annex, number] = /^(Annex )?(\w+)\. /.exec(title) ?? [];
  return number && `${annex ? 'annex' : 'heading'}-${number.toLowerCase()}`;
}

/** The way to each of them. */
export function SectionLinks({ of }: { of: readonly Section[] }) {
  const parts = of.flatMap(({ title }) => {
    const id = headingId(title);
    return id ? [{ id, title }] : [];
  });
  return <OnThisPage parts={parts} />;
}

/** A piece of the summary on the page. */
export function SummaryBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'text':
      return (
        <p className={block.soft ? 'muted' : undefined}>
          <Words said={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={wordsOf(item)}>
              <Words said={item} />
            </li>
          ))}
        </ul>
      );
    case 'bars':
      return (
        <>
          <h3>{block.caption}</h3>
          {block.rows.map(({ label, value, of, to }) => (
            <Meter
              key={label}
              label={label}
              value={value}
              max={of}
              text={
                <Words
                  said={to === undefined ? `${value} of ${of}` : { words: `${value} of ${of}`, to }}
                />
              }
            />
          ))}
        </>
      );
    case 'timeline':
      return (
        <>
          <Columns of={block.columns} />
          <BlockTable {...block} narrow="scroll" className="table-months" />
        </>
      );
    case 'table':
      return <BlockTable {...block} />;
  }
}

/** Words with their figures, each of which leads to what is behind it. */
function Words({ said }: { said: Said }) {
  return [said].flat().map((piece, n) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a piece.
      <Link key={n} to={piece.to} prefetch="none">
        {piece.words}
      </Link>
    ),
  );
}

interface BlockTableProps {
  caption: string;
  head: string[];
  rows: Said[][];
  narrow?: 'stack' | 'scroll';
  className?: string;
}

function BlockTable({ caption, head, rows, ...looks }: BlockTableProps) {
  return (
    <Table<Said[]>
      {...looks}
      caption={caption}
      rows={rows}
      rowKey={(row, n) => `${n} ${wordsOf(row[0] ?? '')}`}
      columns={head.map((one, n) => ({
        ...{ key: one, head: one, rowHead: n === 0 },
        cell: (row) => <Cell said={row[n] ?? ''} />,
      }))}
    />
  );
}

/** So many letters ask for a column in which they do not stand one word below the other. */
const longest = 120;

function Cell({ said }: { said: Said }) {
  const words = <Words said={said} />;
  return wordsOf(said).length > longest ? <div className="long">{words}</div> : words;
}

const tall = 72;

/** A month each, in a row: decoration, because the table below says every figure. */
function Columns({ of }: { of: readonly Column[] }) {
  const most = Math.max(1, ...of.map(({ n }) => n));
  const each = 100 / of.length;
  return (
    <svg width="100%" height={tall + 20} aria-hidden="true" focusable="false">
      {of.map(({ label, n }, place) => {
        const height = Math.max(1, (tall * n) / most);
        const x = `${place * each}%`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a month.
          <g key={place}>
            <rect
              className="bar-done"
              x={x}
              y={tall - height}
              width={`${each * 0.8}%`}
              height={height}
            />
            <text x={x} y={tall + 14} fontSize="12" fill="currentColor">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
