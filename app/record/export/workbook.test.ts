import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { columnsOf, type Table } from './table';
import { workbook } from './workbook.server';

const columns = columnsOf(['name', 'started_on', 'n'], { dates: ['started_on'], numbers: ['n'] });
const now = new Date('2026-11-22T12:00:00Z');

const read = async (tables: Table[], sheet: string) =>
  readSheet(await buffer(workbook(tables, now)), sheet, { trim: false });

test('each table is a sheet, with headers, real dates, numbers, and texts as they are', async () => {
  const tables = [
    {
      name: 'first',
      columns,
      rows: [
        ['=1+1', '2026-03-29', 3],
        ['Zoë “Jo”, Ó 🌱', null, null],
      ],
    },
    { name: 'second', columns, rows: [] },
  ];
  expect(await read(tables, 'first')).toEqual([
    ['name', 'started_on', 'n'],
    ['=1+1', new Date('2026-03-29T00:00:00Z'), 3],
    ['Zoë “Jo”, Ó 🌱', null, null],
  ]);
  expect(await read(tables, 'second')).toEqual([['name', 'started_on', 'n']]);
});

const text = fc.string({ unit: 'grapheme', maxLength: 20 });

test('whatever a text is, it comes back as that text and never as a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = texts.map((cell, n) => [cell, null, n]);
      const [, ...back] = await read([{ name: 'a', columns, rows }], 'a');
      expect(back.map(([cell]) => cell ?? '')).toEqual(texts);
    }),
    { numRuns: 30 },
  );
});
