/** Most cells of most lists, of which there may be a hundred thousand. */
const plainAlready = /^[!-~]+( [!-~]+)*$/;

/** One line, without the marks that spreadsheets and pasting leave in. */
export function plainLine(text: string): string {
  if (plainAlready.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name as it is shown: “SMITH, Jo” turned round, and a name all in capitals (or in none) given them as names have them. */
export function readName(written: string): string {
  const [last, first, more] = plainLine(written).split(/\s*,\s*/);
  const turned = last && first && more === undefined ? `${first} ${last}` : plainLine(written);
  const letters = turned.replace(/[^\p{L}]/gu, '');
  // Two letters, as in "JO" or "AJ", are as likely to be somebody’s initials.
  const odd =
    letters.length > 2 && (letters === letters.toUpperCase() || letters === letters.toLowerCase());
  const cased = letters.toUpperCase() !== letters.toLowerCase();
  return odd && cased ? withCapitals(turned) : turned;
}

const withCapitals = (name: string) =>
  name
    .toLowerCase()
    .replace(
      /(^|[\s\-'’(."“])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(
      /(^|[\s-])Mc(\p{L})/gu,
      (_, before: string, letter: string) => `${before}Mc${letter.toUpperCase()}`,
    );

/** Two spellings of a name that are one: capitals, spaces and the kind of apostrophe make no difference. */
export const sameName = (name: string) =>
  plainLine(name)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-');

/** The words of a name, to see whether two names have any in common. */
export const nameWords = (name: string) =>
  sameName(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 1);
