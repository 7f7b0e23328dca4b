import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../bytes';
import { recordsOf } from './csv-records';

const cell = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom('a "quoted" word', 'two\r\nlines', '"', '\n', 'plain', 'a,b'),
);
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });

test('records come back as they were written, however the file is cut into pieces', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (written, size) => {
      const whole = [['head', 'of it'], ...written];
      const file = utf8(stringify(whole, { bom: true, record_delimiter: 'windows' }));
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, n) =>
        file.subarray(n * size, (n + 1) * size),
      );
      expect([...recordsOf(pieces)]).toEqual(whole);
    }),
  );
});

test('what is no CSV is refused, and an empty file has no records', () => {
  expect([...recordsOf([])]).toEqual([]);
  for (const text of ['a,"b', 'a,b"c\r\n', '"a"b,c\r\nd,e\r\n']) {
    expect(() => [...recordsOf([utf8(text)])], text).toThrow(/cannot be read as a CSV file/);
  }
});
