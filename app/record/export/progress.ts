/** How far an export has come, for whoever waits for it: changed as its rows are made. */
export interface Progress {
  /** The file that is being made; empty before the first. */
  file: string;
  rows: number;
  /** How many there will be; null when nobody knows. */
  of: number | null;
  /** The files of the whole in their order; left out where nobody can say. Sent once, before the first of them. */
  parts?: readonly Part[];
}

/** One file of the whole, so that a bar over all of them can be shared out. */
export interface Part {
  file: string;
  /** About how much of it goes over the network. */
  bytes: number;
  /** The same of a row, where that says it better once the rows are counted. */
  each?: number;
}

export const noProgress = (): Progress => ({ file: '', rows: 0, of: null });

/** The same rows, counted as they go by. */
export function* countedRows<T>(
  rows: Iterable<T>,
  progress: Progress | undefined,
  file: string,
  of: number | null = null,
): Generator<T> {
  if (progress) Object.assign(progress, { file, rows: 0, of });
  for (const row of rows) {
    if (progress) progress.rows += 1;
    yield row;
  }
}
