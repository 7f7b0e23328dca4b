import { data } from '@remix-run/node';
import { namedInWords, seemsToName } from '~/learning/naming';
import { tooLong } from '~/learning/too-long';
import type { PageAnswer } from './page-answer.server';

/** What a form with a private note comes back with; `asked` when its words seem to name someone. */
export type NoteAnswer = PageAnswer & { asked?: string[] };

/**
 * What is to be mended or asked before a form with a note is accepted; null when nothing is. Someone who says "Save
 * anyway" is taken at their word.
 */
export function beforeKeeping(
  form: FormData,
  box: string,
  errors: PageAnswer['errors'],
): { errors: PageAnswer['errors']; asked?: string[] } | null {
  const text = String(form.get(box) ?? '');
  const long = tooLong(text);
  const wrong = { ...errors, ...(long ? { [box]: [long] } : {}) };
  const seen = form.has('anyway') ? [] : seemsToName(text);
  if (Object.keys(wrong).length > 0) return { errors: wrong };
  if (seen.length === 0) return null;
  const question = `${namedInWords(seen)} may be a child’s name. Change it, or press “Save anyway”.`;
  return { errors: { [box]: [question] }, asked: seen };
}

/** The form as it was sent, to be mended. Nothing in it is lost. */
export function sendBack(form: FormData, what: { errors: PageAnswer['errors']; asked?: string[] }) {
  const values: PageAnswer['values'] = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === 'formTag') continue;
    values[name] = [...(values[name] ?? []), value];
  }
  const answer: NoteAnswer = { ...what, values };
  return data(answer, { status: 400 });
}

const notTyped = new Set(['formTag', 'formId', 'intent', 'later', 'anyway', 'id', 'enrolmentId']);

/** What was typed and picked, for a draft. */
export function typedIn(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !notTyped.has(name)) fields[name] = value;
  }
  return fields;
}
