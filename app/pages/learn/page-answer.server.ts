import { data } from '@remix-run/node';
import { isLearningError } from '~/learning/errors';

/** What a form on a module page comes back with when something needs mending. */
export interface PageAnswer {
  /** By field; '' for the page as a whole. */
  errors: Record<string, string[]>;
  /** What was sent, so that nothing is lost. */
  values: Record<string, string[]>;
}

export function refuse(form: FormData, field: string, message: string, status = 400) {
  return refuseAll(form, { [field]: [message] }, status);
}

export function refuseAll(form: FormData, errors: PageAnswer['errors'], status = 400) {
  const values: PageAnswer['values'] = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === 'formTag') continue;
    values[name] = [...(values[name] ?? []), value];
  }
  const answer: PageAnswer = { errors, values };
  return data(answer, { status });
}

/** An error that the learner can mend goes beside its field; what is not there becomes a 404 in words. */
export function refuseFor(form: FormData, field: string, error: unknown) {
  if (!isLearningError(error)) throw error;
  if (error.status === 404) throw notFound(error.message);
  return refuse(form, error.status === 400 ? field : '', error.message, error.status);
}

/** @param onward where else to go from there, besides one's own first page */
export function notFound(message: string, onward?: { to: string; label: string }) {
  const init = { status: 404, statusText: 'Not here' };
  return onward ? Response.json({ message, onward }, init) : new Response(message, init);
}
