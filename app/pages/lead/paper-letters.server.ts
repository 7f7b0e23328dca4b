import { redirect } from '@remix-run/node';
import type { FromPaper, OnSheet } from '~/learning/paper/enter.server';
import { lettersOf, readLetters, readSureness } from '~/learning/paper/letters';

/** What is to be looked at again before it is saved. */
export interface LookedAt {
  n: number;
  stem: string;
  /** Null: left blank on the paper. */
  letters: string | null;
  sure: FromPaper['confidence'];
}

/** `letters-1`, `sure-1`, `letters-2`…: by the numbers on the sheet. */
export function readTyped(form: FormData, items: readonly OnSheet[]) {
  const given: FromPaper[] = [];
  const errors: Record<string, string[]> = {};
  const values: Record<string, string> = {};
  const typed = (name: string) => {
    const value = form.get(name);
    values[name] = typeof value === 'string' ? value.slice(0, 200) : '';
    return values[name];
  };
  for (const [index, { question, order }] of items.entries()) {
    const [letters, sure] = [`letters-${index + 1}`, `sure-${index + 1}`];
    const read = readLetters(question, order, typed(letters));
    const confidence = readSureness(typed(sure));
    if ('problem' in read) errors[letters] = [`Question ${index + 1}: ${lowerFirst(read.problem)}`];
    if (confidence === undefined) {
      errors[sure] = [`Question ${index + 1}: type S, F or G for how sure they were, or nothing.`];
    }
    if (!('problem' in read) && confidence !== undefined) {
      given.push({ item: question.id, pick: 'pick' in read ? read.pick : null, confidence });
    }
  }
  return { given, errors, values };
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

export function lookedAt(items: readonly OnSheet[], given: readonly FromPaper[]): LookedAt[] {
  return items.flatMap(({ question, order }, index) => {
    const said = given.find(({ item }) => item === question.id);
    if (!said) return [];
    return [
      {
        n: index + 1,
        stem: question.stem,
        letters: said.pick && lettersOf(question, order, said.pick),
        sure: said.confidence,
      },
    ];
  });
}

/** To the page of a sheet as it stands now. */
export function toSheetNow(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, 303);
}

/** The list that a sheet was opened from. */
export function paperList(
  request: Request,
  module: string | undefined,
  more: Record<string, string> = {},
): string {
  const from = new URL(request.url).searchParams.get('from');
  const query = new URLSearchParams({
    ...(module ? { module } : {}),
    ...(from ? { from } : {}),
    ...more,
  });
  return `/lead/quiz-on-paper${query.size > 0 ? `?${query}` : ''}`;
}
