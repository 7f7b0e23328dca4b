export interface MonthCount {
  /** `2026-03`. */
  month: string;
  n: number;
}

/** Every month from one civil date to another, empty ones too; a month counted outside of them widens them. */
export function monthsBetween(
  from: string,
  to: string,
  counts: ReadonlyMap<string, number>,
): MonthCount[] {
  const ends = [from.slice(0, 7), to.slice(0, 7), ...counts.keys()].sort();
  const last = ends.at(-1) ?? '';
  const months: MonthCount[] = [];
  for (let month = ends[0] ?? ''; month <= last && month !== ''; month = monthAfter(month)) {
    months.push({ month, n: counts.get(month) ?? 0 });
  }
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${year + 1}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
