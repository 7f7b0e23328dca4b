import type { Problem } from '../module';
import type { Library } from '../outline';
import { error } from '../problem';

/** What nobody can see or hear: a wish, a feeling, a reason. */
const guess =
  /\b(wants?|wanted|wanting|looking for|seeking|trying to|in order to|because|feels?|felt|feeling|means to)\b/i;

/** What the house style offers in place of a refused word is what was seen or heard, not another guess. */
export function insteadIsSeen({ refused }: Library): Problem[] {
  return refused.flatMap(({ refuse, instead, line }) => {
    const found = guess.exec(instead)?.[0];
    if (!found) return [];
    return [
      error(
        'house-style.yaml',
        line,
        `what is to be written instead of “${refuse}” guesses (“${found}”)`,
        'write what could be seen or heard, such as “called out nine times in ten minutes”',
      ),
    ];
  });
}
