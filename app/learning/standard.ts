/** How many of `asked` must be right: 80 %, rounded up (7 of 8). */
export function rightNeeded(asked: number): number {
  return Math.ceil((asked * 4) / 5);
}

/** Standard met: every critical item right, and 80 % of all, rounded up. An empty quiz meets nothing. */
export function isStandardMet(items: readonly { critical: boolean; right: boolean }[]): boolean {
  if (items.length === 0) return false;
  if (items.some((item) => item.critical && !item.right)) return false;
  return items.filter((item) => item.right).length >= rightNeeded(items.length);
}
