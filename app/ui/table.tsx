import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  rowHead?: boolean;
  number?: boolean;
  /** Words for the cell's label on small screens, where `head` is not plain words. */
  label?: string;
}

interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, n: number) => string;
  /** Shown in place of an empty table. */
  empty?: ReactNode;
  /** On small screens: `stack` sets each row out as a small card, `scroll` keeps the table and scrolls it sideways. */
  narrow?: 'stack' | 'scroll';
  /** A row of totals. */
  foot?: ReactNode;
  className?: string;
}

/** A real table in a region of its own, which scrolls sideways by keyboard too when the screen is narrow. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
  narrow = 'stack',
  foot,
  className,
}: TableProps<Row>) {
  const id = useId();
  if (rows.length === 0 && empty) return <div className="table-empty">{empty}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a named scrolling region; <section> would say no more.
    <div
      className={clsx('table-region', `table-${narrow}`, className)}
      role="region"
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, those who use a keyboard could not scroll it.
      tabIndex={0}
    >
      <table>
        <caption id={id}>
          <span className={captionHidden ? 'visually-hidden' : undefined}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={rowKey(row, n)}>
              {columns.map((column) => {
                const label =
                  column.label ?? (typeof column.head === 'string' ? column.head : undefined);
                const rest = {
                  className: column.number ? 'number' : undefined,
                  'data-label': label,
                };
                return column.rowHead ? (
                  <th key={column.key} scope="row" {...rest}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...rest}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}
