import { digestOf, newSalts } from '~/record/disclosure';

/** What the school says of a change, in its own words. */
export interface ChangeWords {
  what: string;
  why: string;
}

/** What stands for the words in an event. The salt stays with the words, and goes with them. */
export function sealWords(words: ChangeWords): { salt: string; digest: string } {
  const [salt = ''] = newSalts(1);
  return { salt, digest: digestOfWords(salt, words) };
}

export function digestOfWords(salt: string, { what, why }: ChangeWords): string {
  return digestOf([salt, 'words', { what, why }]);
}
