import { createHash } from 'node:crypto';

/** From 0 up to 1, always the same for the same keys: the school differs from person to person, and never from day to day. */
export function chance(...keys: (string | number)[]): number {
  return createHash('sha256').update(keys.join(' ')).digest().readUInt32BE() / 2 ** 32;
}

/** One of these, each as likely as its weight. @param at from 0 up to 1 */
export function weighted<T>(choices: readonly { value: T; weight: number }[], at: number): T {
  let left = at * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const { value, weight } of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('There is nothing to choose from');
}
