import { expect, test } from 'vitest';
import { progressInWords } from './progress-words';

test('how far a download is, in words', () => {
  expect(progressInWords({ file: '', rows: 0, of: null })).toBe('Getting it ready');
  expect(progressInWords({ file: '', rows: 0, of: null }, 56_000)).toBe(
    'On its way: 56 kB here so far',
  );
  expect(progressInWords({ file: 'training-record', rows: 1200, of: 90_000 })).toBe(
    'The training record, as a spreadsheet: 1,200 of 90,000 rows made',
  );
  expect(progressInWords({ file: 'openings', rows: 40, of: null })).toBe(
    'The proof, what the rows rest on: 40 rows made',
  );
});

test('what has come over the network is said too, so that the words move on a slow line', () => {
  const start = { file: 'workbook', rows: 0, of: null };
  expect(progressInWords(start, 400)).toBe('The training record, as a workbook');
  expect(progressInWords(start, 24_300)).toBe(
    'The training record, as a workbook: 24 kB here so far',
  );
  expect(progressInWords({ ...start, rows: 1200, of: 90_000 }, 830_000)).toBe(
    'The training record, as a workbook: 1,200 of 90,000 rows made, 0.8 MB here so far',
  );
});
