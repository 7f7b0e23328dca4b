import { randomInt } from 'node:crypto';

/** No letters or digits that are taken for each other when read out over the telephone. */
const letters = 'ACDEFHJKMNPQRTUVWXY34679';

/** "K7QF-3M9X": names one failure in the log, and on the page that the person saw. */
export function makeReference(): string {
  const some = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${some()}-${some()}`;
}
