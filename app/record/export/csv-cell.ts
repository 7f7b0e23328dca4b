import type { Cell } from './table';

/** A spreadsheet takes a cell that begins so for a formula, and would run it. Full-width forms count too. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return typeof cell === 'string' && /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)
    ? `'${text}`
    : text;
}
