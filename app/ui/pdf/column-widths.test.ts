import { expect, test } from 'vitest';
import { columnWidths } from './column-widths';

test('columns fill the page, and none is narrower than its longest word', () => {
  const rows = [
    ['Name', 'What it covers'],
    ['Aleksandra Featherstonehaugh', 'A long text of many words '.repeat(8)],
  ];
  const [name = 0, text = 0] = columnWidths(rows, 480, 9);
  expect(name + text).toBeCloseTo(480);
  expect(name).toBeGreaterThan('Featherstonehaugh'.length * 9 * 0.5);
  expect(text).toBeGreaterThan(name);
});

test('months stand side by side as wide as one another, beside a wider first', () => {
  const head = ['School year', ...Array.from({ length: 12 }, () => 'Sep')];
  const [first = 0, ...months] = columnWidths([head, ['2025–26', ...head.slice(1)]], 480, 9);
  expect(new Set(months.map(Math.round)).size).toBe(1);
  expect(first).toBeGreaterThan(months[0] ?? 0);
});

test('what cannot fit is shared out all the same', () => {
  const [a = 0, b = 0] = columnWidths([['x'.repeat(80), 'y'.repeat(40)]], 300, 9);
  expect(a + b).toBeCloseTo(300);
  expect(a).toBeGreaterThan(b);
});
