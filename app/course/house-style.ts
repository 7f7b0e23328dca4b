/**
 * What finds a refused word or phrase: whole words, in upper or lower case, `(a|b)` for either and `?` for a letter that
 * may be missing; a space or hyphen matches either, across lines too; an apostrophe matches both kinds.
 * Null when it cannot be read.
 */
export function refusedPattern(refuse: string): RegExp | null {
  const pattern = refuse
    .trim()
    .replace(/[\s-]+/g, '[\\s\\u2010-]+')
    .replace(/['’]/g, "[\u2019']");
  try {
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  } catch {
    return null;
  }
}
