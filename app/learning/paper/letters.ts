import type { Question } from '~/course/module';
import type { Confidence, Pick } from '~db/schema/learning';

/** A, B, C… as options, and the places to sort into, are lettered on a sheet. */
export const letterOf = (n: number) => String.fromCharCode(65 + n);

/** What was typed for one question: its answer, a dash for one left blank, or what is wrong with it. */
export type Read = { pick: Pick } | { blank: true } | { problem: string };

const dash = /^[-–—]+$/;
const countOf = (question: Question) =>
  question.kind === 'sort' ? question.categories.length : question.options.length;

/**
 * Reads the letters of one question, with or without spaces between them, as small letters or capitals.
 *
 * @param order the positions in the order in which the sheet shows them, as `shownOrder` gives it
 */
export function readLetters(question: Question, order: readonly number[], typed: string): Read {
  const text = typed.toUpperCase().trim();
  if (text === '') return { problem: 'Type what is ticked, or a dash (-) if it was left blank.' };
  if (dash.test(text)) return { blank: true };
  const letters = [...text.replace(/\bAND\b/g, '').replace(/[\s,;./&+]/g, '')];
  const most = countOf(question);
  const strange = letters.find((letter) => places(letter) >= most || places(letter) < 0);
  if (strange !== undefined) {
    return { problem: `There is no ${strange} here: the letters are A to ${letterOf(most - 1)}.` };
  }
  if (question.kind === 'sort') return readSorted(letters, order);
  if (new Set(letters).size < letters.length) {
    return { problem: 'One letter is there twice. Type each letter that is ticked once.' };
  }
  if (question.kind === 'one' && letters.length > 1) {
    return {
      problem:
        'One answer is asked for. If two are ticked on the paper, type a dash (-): it is then asked again when they next sign in.',
    };
  }
  // In the order of the sheet, which is the order in which a page sends them.
  const ticked = letters.map(places).sort((a, b) => a - b);
  return { pick: ticked.flatMap((place) => order[place] ?? []) };
}

const places = (letter: string) => letter.charCodeAt(0) - 65;

function readSorted(letters: readonly string[], order: readonly number[]): Read {
  if (letters.length !== order.length) {
    return {
      problem: `There are ${order.length} lines to sort, so ${order.length} letters, from the top down; you typed ${letters.length}. If a line has none, type a single dash (-) for the whole question.`,
    };
  }
  const pick: Pick = order.map(() => -1);
  for (const [n, position] of order.entries()) pick[position] = places(letters[n] ?? '');
  return { pick };
}

/** An answer as it would be typed. */
export function lettersOf(question: Question, order: readonly number[], pick: Pick): string {
  const found =
    question.kind === 'sort'
      ? order.map((position) => pick[position] ?? 0)
      : order.flatMap((position, place) => (pick.includes(position) ? [place] : []));
  return found.map(letterOf).join(' ');
}

const sureness: Record<string, Confidence> = { S: 'sure', F: 'fairly', G: 'guess' };

/** How sure somebody was, if they said: S, F or G. Undefined for anything else. */
export function readSureness(typed: string): Confidence | null | undefined {
  const text = typed.toUpperCase().trim();
  return text === '' || dash.test(text) ? null : sureness[text];
}
