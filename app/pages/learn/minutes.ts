/** "1 minute", "12 minutes". */
export function minutes(n: number): string {
  return n === 1 ? '1 minute' : `${n} minutes`;
}
