/** What a message says. Plain text: it reads the same in every mail program, and on paper. */
export interface Written {
  subject: string;
  text: string;
}

/** Paragraphs with an empty line between; those that are not needed are left out. */
export function paragraphs(...parts: (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

export const firstNameOf = (name: string) => name.split(' ')[0] ?? name;

/** “A”, “A and B”, “A, B and C”. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
