import type { Progress } from '~/record/export/progress';

const inWords: Record<string, string> = {
  'training-record': 'The training record',
  leaves: 'The proof, every entry',
  openings: 'The proof, what the rows rest on',
  summary: 'The summary',
  'coverage-summary': 'How far each group has come',
  'practice-themes': 'What staff tried',
  'external-cpd': 'Sessions and outside training',
  'org-change-log': 'What the school changed',
  'who-looked': 'Who looked',
};

const figure = (n: number) => n.toLocaleString('en-GB');

/** “The training record: 1,200 of 90,000 rows, 0.8 MB so far”; `bytes` move on a slow line, where rows do not. */
export function progressInWords({ file, rows, of }: Progress, bytes = 0): string {
  const what = inWords[file] ?? 'Getting it ready';
  const size = bytes < 1000 ? '' : `${sizeInWords(bytes)} so far`;
  if (rows === 0) return size === '' ? what : `${what}: ${size}`;
  const counted = of === null ? `${figure(rows)} rows` : `${figure(rows)} of ${figure(of)} rows`;
  if (size !== '') return `${what}: ${counted}, ${size}`;
  return of === null ? `${what}: ${counted} so far` : `${what}: ${counted}`;
}

function sizeInWords(bytes: number): string {
  return bytes < 100_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Which quarter of which file it is in: said aloud only when this changes, so that nobody is talked over. */
export function milestone({ file, rows, of }: Progress): string {
  return `${file} ${of ? Math.floor((4 * rows) / of) : 0}`;
}
