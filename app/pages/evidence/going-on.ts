import type { Come } from './fetch-file';
import { shareOfWhole } from './progress-share';
import { nothingComes, progressInWords } from './progress-words';

/** How a download stands, for the page to show. */
export type State =
  | { is: 'waiting' }
  /** `share` of the whole, from 0 to 1; null where nobody can say. */
  | { is: 'going'; words: string; share: number | null }
  | { is: 'over'; words: string; signInAt?: string | undefined };

/** In milliseconds. Shown oftener, the figures could not be read; said oftener, nobody could hear anything else. */
const shownEvery = 250;
const saidEvery = 10_000;
/** Between two parts, so that many small ones do not talk each other down. */
const saidAtMost = 2000;
const quietAfter = 10_000;

/** Shows and says how a download goes, neither too often nor too seldom, until it is over. */
export function goingOn(show: (state: State) => void, say: (words: string) => void) {
  const shareOf = shareOfWhole();
  const began = performance.now();
  let [part, share, quiet] = ['', null as number | null, false];
  let [shownAt, saidAt, cameAt] = [0, began, began];
  const ready = 'Getting it ready';
  let words = ready;
  show({ is: 'going', words, share });
  say(ready);
  const watch = setInterval(() => {
    if (quiet || performance.now() - cameAt < quietAfter) return;
    quiet = true;
    show({ is: 'going', words: nothingComes, share });
    say(nothingComes);
  }, 500);
  return {
    told(now: Come) {
      const at = performance.now();
      cameAt = at;
      share = shareOf(now);
      words = progressInWords(now.progress, now.bytes);
      if (quiet || at - shownAt >= shownEvery) {
        [quiet, shownAt] = [false, at];
        show({ is: 'going', words, share });
      }
      const next = now.progress.file !== part && at - saidAt >= saidAtMost;
      if (!next && at - saidAt < saidEvery) return;
      [part, saidAt] = [now.progress.file, at];
      say(words);
    },
    over(told: string, signedOut = false) {
      clearInterval(watch);
      const here = location.pathname + location.search;
      const signInAt = signedOut ? `/sign-in?next=${encodeURIComponent(here)}` : undefined;
      show({ is: 'over', words: told, signInAt });
      say(told);
    },
  };
}
