/** Of a letter, as a share of the size of its type, and what stands empty at both sides of a cell, in points. */
const letter = 0.6;
const padding = 9;

/**
 * In points. No column is narrower than its longest word; what room is left goes by the longest text, less
 * than in proportion, so that long ones have more of it and short ones enough.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  size: number,
): number[] {
  const [head = []] = rows;
  const of = (n: number) => rows.map((row) => row[n] ?? '');
  const least = head.map((_, n) => letter * size * Math.max(...of(n).map(longestWord)) + padding);
  const taken = sum(least);
  // Words so long that they do not fit side by side are broken.
  if (taken >= width) return least.map((points) => (points * width) / taken);
  const weights = head.map(
    (_, n) => Math.min(800, Math.max(...of(n).map(({ length }) => length))) ** 0.65,
  );
  const all = sum(weights);
  return least.map((points, n) => points + ((width - taken) * (weights[n] ?? 0)) / all);
}

/** A space that keeps its words together is no end of a word. */
const longestWord = (text: string) => Math.max(...text.split(/[ \n-]/).map(({ length }) => length));

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
