/** Whether someone fits what was typed to find them by: every word of it, in any order, capitals and accents aside. */
export function fits(find: string, words: readonly (string | null)[]): boolean {
  const text = plain(words.filter((one) => one !== null).join(' '));
  return plain(find)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .trim();
