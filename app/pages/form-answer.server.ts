import { data } from '@remix-run/node';
import { z } from 'zod';
import { isCohortError } from '~/cohorts/errors';
import { isGovernorsError } from '~/governors/errors';
import { isLearningError } from '~/learning/errors';
import { isTogetherError } from '~/learning/together/errors';
import { isMessageError } from '~/messages/errors';
import { isPeopleError } from '~/people/errors';
import { isReviewError } from '~/review/errors';
import { isChangeError } from '~/school-changes/errors';
import { isTrainingError } from '~/training-sessions/errors';

/** What a form that needs mending comes back with: what to mend, by field, and what was typed. */
export interface FormAnswer {
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

/** Never sent back to a browser. */
const secret = /^(current|formTag)$|password/i;

type Errors = FormAnswer['errors'];

/**
 * A form as the schema reads it, or the answer to send back with status 400: all that is to be mended, in the order of
 * the schema's fields. `alsoWrong` says what the domain refuses, from the text as typed, whether or not the schema reads
 * it; of a field that cannot be read only the schema's words are shown.
 */
export function readForm<S extends z.ZodObject>(
  form: FormData,
  schema: S,
  alsoWrong: (typed: (name: string) => string) => Errors = () => ({}),
): { value: z.output<S>; answer: null } | { value: null; answer: ReturnType<typeof refuse> } {
  const parsed = schema.safeParse(Object.fromEntries(form));
  const unread = parsed.success ? {} : (z.flattenError(parsed.error).fieldErrors as Errors);
  const errors: Errors = { ...alsoWrong((name) => typedIn(form, name)), ...unread };
  if (parsed.success && Object.keys(errors).length === 0) {
    return { value: parsed.data, answer: null };
  }
  const inOrder = [...Object.keys(schema.shape), ...Object.keys(errors)].flatMap((name) => {
    const words = errors[name];
    return words ? [[name, words] as const] : [];
  });
  return { value: null, answer: refuse(form, Object.fromEntries(inOrder)) };
}

function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The domain's refusals beside their fields. */
export function byField(problems: { field: string; message: string }[]): Errors {
  const errors: Errors = {};
  for (const { field, message } of problems) errors[field] = [...(errors[field] ?? []), message];
  return errors;
}

export function refuse(form: FormData, errors: FormAnswer['errors'], status = 400) {
  const values: FormAnswer['values'] = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !secret.test(name)) values[name] = value;
  }
  const answer: FormAnswer = { errors, values };
  return data(answer, { status });
}

/** The answer to an error that a person can mend; anything else is thrown again, and what is not here becomes a 404. */
export function refuseFor(form: FormData, error: unknown) {
  const known = knownError(error);
  if (known.status === 404) throw notFound(known.message);
  return refuse(form, { [known.field]: [known.message] }, known.status);
}

/** What `read` gives; an id that is not at this school becomes a 404 in words. */
export function found<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const known = knownError(error);
    if (known.status === 404) throw notFound(known.message);
    throw error;
  }
}

function knownError(error: unknown) {
  const known =
    isPeopleError(error) ||
    isCohortError(error) ||
    isLearningError(error) ||
    isReviewError(error) ||
    isMessageError(error) ||
    isTrainingError(error) ||
    isChangeError(error) ||
    isTogetherError(error) ||
    isGovernorsError(error);
  if (known) return error;
  throw error;
}

const notFound = (words: string) =>
  new Response(words, { status: 404, statusText: 'Not on the list' });
