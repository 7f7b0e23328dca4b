/**
 * Control characters, and the marks that turn the direction of what is written: none is part of a name, and a name that
 * holds them shows as something else. Spaces of every kind, accents, apostrophes, joiners and emoji are all fine.
 */
const unseen = /[^\P{Cc}\t\n\r]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/u;
const somethingSeen = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** On one line, with no spaces at the ends. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What keeps a line of somebody's typing from being kept, in words; null when nothing does. Empty is for others to say. */
export function lineProblem(text: string): string | null {
  if (unseen.test(text)) {
    return 'There is a character in this that cannot be seen and does not belong in a name. It may have come with copying: empty the box and type it again.';
  }
  return text.trim() !== '' && !somethingSeen.test(text)
    ? 'Nothing in this can be seen. Empty the box and type it again.'
    : null;
}
