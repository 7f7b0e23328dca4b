/** What a template's square brackets stand for, where Attune knows it: lower case, straight apostrophes. */
export type Known = Record<string, string | undefined>;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (words: string) =>
  words.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

/** Fills in the brackets of HTML that are known; the others stay, to be filled in by hand. Values are plain text. */
export function fillIn(html: string, known: Known): string {
  return html.replace(/\[([^[\]<>]+)\]/g, (bracket, inside: string) => {
    const value = known[inside.replaceAll('’', "'").toLowerCase()];
    return value ? escaped(value) : bracket;
  });
}
