import { expect, test } from 'vitest';
import { milestone, progressInWords } from './progress-words';

test('how far a download is, in words', () => {
  expect(progressInWords({ file: '', rows: 0, of: null })).toBe('Getting it ready');
  expect(progressInWords({ file: 'training-record', rows: 1200, of: 90_000 })).toBe(
    'The training record: 1,200 of 90,000 rows',
  );
  expect(progressInWords({ file: 'openings', rows: 40, of: null })).toBe(
    'The proof, what the rows rest on: 40 rows so far',
  );
});

test('what has come over the network is said too, so that the words move on a slow line', () => {
  const start = { file: 'training-record', rows: 0, of: null };
  expect(progressInWords(start, 400)).toBe('The training record');
  expect(progressInWords(start, 24_300)).toBe('The training record: 24 kB so far');
  expect(progressInWords({ ...start, rows: 1200, of: 90_000 }, 830_000)).toBe(
    'The training record: 1,200 of 90,000 rows, 0.8 MB so far',
  );
});

test('it is said aloud at each quarter and no oftener', () => {
  const said = Array.from({ length: 1000 }, (_, rows) =>
    milestone({ file: 'training-record', rows, of: 1000 }),
  );
  expect(new Set(said).size).toBe(4);
});
