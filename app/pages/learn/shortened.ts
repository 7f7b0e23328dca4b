const enough = 320;

/** The first lines of what somebody typed, about five on a screen, and what comes after them; nothing is lost or cut in a word. */
export function shortened(words: string): { first: string; rest: string } {
  if (words.length <= enough * 1.25) return { first: words, rest: '' };
  const start = words.slice(0, enough);
  const at = [start.lastIndexOf('\n'), endOfSentence(start), start.search(/\s\S*$/), enough].find(
    (n) => n > enough / 3,
  );
  return { first: words.slice(0, at).trim(), rest: words.slice(at).trim() };
}

const endOfSentence = (text: string) => Math.max(-1, text.search(/[.!?](?![\s\S]*[.!?]\s)\s/) + 1);
