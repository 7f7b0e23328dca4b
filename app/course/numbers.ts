import type { Fact } from './module';
import { civilDateInWords } from './said';

/** The telephone number that a value begins with: “111” of “111, then option 2”. */
export function dialled(value: string): string {
  return /^\+?\d[\d ]*\d/.exec(value)?.[0] ?? '';
}

/** One line for all the numbers of a guide, in place of a date after each; null when it has none. The oldest day counts. */
export function numbersAsOf(facts: Iterable<Fact>): string | null {
  const [oldest] = [...facts].flatMap(({ dial, asOf }) => (dial ? [asOf] : [])).sort();
  return oldest ? `The telephone numbers here are as of ${civilDateInWords(oldest)}.` : null;
}
