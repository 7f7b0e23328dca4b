/** Null: empty. A date is a civil date, `YYYY-MM-DD`. */
export type Cell = string | number | null;

export interface Column {
  name: string;
  kind: 'text' | 'date' | 'number';
}

/** One table of an export, the same in every format; rows are made as they are read. */
export interface Table {
  /** The file's name without its ending, and the sheet's. */
  name: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
}

/** Rows that are worked out when the first of them is asked for, so that the head of a file need not wait. */
export function* rowsLater(make: () => Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  yield* make();
}

/** Columns of these names; text, but for the ones named here. */
export function columnsOf(
  names: readonly string[],
  kinds: { dates?: readonly string[]; numbers?: readonly string[] } = {},
): Column[] {
  return names.map((name) => ({
    name,
    kind: kinds.dates?.includes(name) ? 'date' : kinds.numbers?.includes(name) ? 'number' : 'text',
  }));
}
