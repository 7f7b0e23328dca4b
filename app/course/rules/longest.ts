/** True when the one at `position`, from 0, is longer than every other. */
export function isLongest(lengths: readonly number[], position: number): boolean {
  const own = lengths[position];
  return own !== undefined && lengths.every((length, n) => n === position || length < own);
}
