import { firstNames } from './first-names';

/** Words with a capital that are no one's name, and stand in the middle of sentences in school. */
const noNames = new Set(
  `I A Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  January February March April May June July August September October November December
  Christmas Easter Eid Diwali Ramadan Hanukkah
  English Maths Science History Geography Art Music Computing French Spanish German Latin Drama Phonics
  British Polish Urdu Arabic Welsh Irish Muslim Christian Jewish Sikh Hindu
  Year Reception Nursery Key Stage Foundation Early Years Class Group Table Hall Forest School Friday’s Monday’s
  TA TAs HLTA SENCo SENCO DSL EP EHCP SEMH SEND INSET PE RE PSHE DT IT ICT SLT KS1 KS2 KS3 KS4 OK PPA CPD NHS CAMHS
  ELSA Lego Thrive Boxall Attune Teams Zoom Google Covid`
    .split(/\s+/)
    .filter(Boolean),
);
const titles = new Set(['Mr', 'Mrs', 'Miss', 'Ms', 'Mx', 'Dr', 'Sir', 'Madam']);
const names = new Set(firstNames.map((name) => name.toLowerCase()));

/**
 * Words of a note that may be somebody's name: a word with a capital in the middle of a sentence, a common first name
 * at its start, or an initial with a full stop. What follows Mr, Mrs, Miss, Ms or Dr is a colleague's. It cannot tell a
 * place from a child, and it misses rare names at the start of a sentence: so it asks and never refuses.
 *
 * @returns the words as written, each once, in order; at most five
 */
export function seemsToName(text: string): string[] {
  const found = new Set<string>();
  for (const sentence of text.split(/(?<=[.!?…])["’”)\]]*\s+|[\r\n]+|(?<=:)\s+/)) {
    const words = sentence.match(/\p{N}*\p{L}[\p{L}\p{M}\p{N}’'-]*\.?/gu) ?? [];
    for (const [n, written] of words.entries()) {
      const word = written.replace(/\.$/, '').replace(/[’']s?$/, '');
      const before = words[n - 1]?.replace(/\.$/, '') ?? '';
      if (!/^\p{Lu}/u.test(word) || noNames.has(word) || noNames.has(word.split(/[’']/)[0] ?? ''))
        continue;
      if (titles.has(word) || titles.has(before)) continue;
      const initial = /^\p{Lu}\.$/u.test(written) || (/^\p{Lu}$/u.test(word) && n > 0);
      if (initial || n > 0 || names.has(word.toLowerCase())) found.add(word);
    }
  }
  return [...found].slice(0, 5);
}

/** “Kofi”, “Kofi” and “Ellie”. */
export function namedInWords(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last;
}
