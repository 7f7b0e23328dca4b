/** Many narrow columns, months say, need no more room than their figures. */
const many = 8;

/** In points: by the square root of their longest text, so that long ones have more room and short ones enough. */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const [head = []] = rows;
  const least = head.length > many ? 3 : 12;
  const longest = (n: number) => Math.max(...rows.map((row) => row[n]?.length ?? 0));
  const weights = head.map((_, n) => Math.sqrt(Math.min(300, Math.max(least, longest(n)))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (width * weight) / all);
}
