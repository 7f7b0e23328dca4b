import type { Progress } from '~/record/export/progress';

const inWords: Record<string, string> = {
  'training-record': 'The training record, as a spreadsheet',
  leaves: 'The proof, every entry',
  openings: 'The proof, what the rows rest on',
  workbook: 'The training record, as a workbook',
  summary: 'The summary',
  'coverage-summary': 'How far each group has come',
  'practice-themes': 'What staff tried',
  'external-cpd': 'Sessions and outside training',
  'org-change-log': 'What the school changed',
  policies: 'The policies',
  'who-looked': 'Who looked',
};

const figure = (n: number) => n.toLocaleString('en-GB');

/** Said when nothing has come for ten seconds. */
export const nothingComes =
  'Nothing has come for a while. It goes on by itself if the line comes back; you can stop and try again.';

/**
 * “The training record, as a spreadsheet: 1,200 of 90,000 rows made, 0.8 MB here so far”. Rows are told as the server makes
 * them, and what came over the network beside them, because on a slow line the one is far ahead of the other.
 */
export function progressInWords({ file, rows, of }: Progress, bytes = 0): string {
  const what = inWords[file] ?? (bytes < 1000 ? 'Getting it ready' : 'On its way');
  const parts = [
    rows > 0 && `${of === null ? figure(rows) : `${figure(rows)} of ${figure(of)}`} rows made`,
    bytes >= 1000 && `${sizeInWords(bytes)} here so far`,
  ].filter(Boolean);
  return parts.length === 0 ? what : `${what}: ${parts.join(', ')}`;
}

function sizeInWords(bytes: number): string {
  return bytes < 100_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
