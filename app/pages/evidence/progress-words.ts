import type { Progress } from '~/record/export/progress';

const inWords: Record<string, string> = {
  'training-record': 'The training record',
  leaves: 'The proof, every entry',
  openings: 'The proof, what the rows rest on',
  summary: 'The summary',
};

const figure = (n: number) => n.toLocaleString('en-GB');

/** “The training record: 1,200 of 90,000 rows”. */
export function progressInWords({ file, rows, of }: Progress): string {
  const what = inWords[file] ?? 'Getting it ready';
  if (rows === 0) return what;
  return of === null
    ? `${what}: ${figure(rows)} rows so far`
    : `${what}: ${figure(rows)} of ${figure(of)} rows`;
}

/** Which quarter of which file it is in: said aloud only when this changes, so that nobody is talked over. */
export function milestone({ file, rows, of }: Progress): string {
  return `${file} ${of ? Math.floor((4 * rows) / of) : 0}`;
}
