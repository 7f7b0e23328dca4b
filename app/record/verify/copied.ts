/** What to look at before anything worse is thought of a text that was copied by hand. */
export const lookAgain =
  'Look first whether it was copied right: the letters l and I and the number 1, or the letter O and the number 0, are easily taken for one another.';

/**
 * In how many places a digest that was copied differs from the true one, where that is so few that it can only be a slip:
 * two digests of different things differ nearly everywhere. Null where it is no slip.
 */
export function slips(copied: string, is: string): number | null {
  if (copied.length !== is.length) return null;
  const wrong = [...copied].filter((character, n) => character !== is[n]).length;
  return wrong > 0 && wrong <= is.length / 8 ? wrong : null;
}

/** Text as it was meant: without what mail and simple editors put around lines. What is signed in it is compared as it is. */
export function asMeant(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()}\n`;
}
