/** How far an export has come, for whoever waits for it: changed as its rows are made. */
export interface Progress {
  /** The file that is being made; empty before the first. */
  file: string;
  rows: number;
  /** How many there will be; null when nobody knows. */
  of: number | null;
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
