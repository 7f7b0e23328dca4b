import type { LoaderFunctionArgs } from '@remix-run/node';
import { isPrefetch } from '~/pages/is-prefetch';
import type { SignedIn } from '~/people/rights';
import { logAccess, logOnceADay } from '~/record/access.server';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** Writes that someone looked at the whole school's record, unless a browser only fetched ahead. */
export function noteWholeRecord({ request, context }: Args, who: SignedIn, what: string): void {
  if (isPrefetch(request)) return;
  logAccess(context.attune, { school: who.schoolId, actor: who.personId, person: null, what });
}

/**
 * Writes, once a day, that someone opened a page with others' names and how far they are: part of the lead's daily work,
 * and still for each of them to know.
 * @param people ids of who stands there; null for everyone on the staff list
 */
export function noteDaily(
  { request, context }: Args,
  who: SignedIn,
  what: string,
  people: readonly string[] | null,
): void {
  if (isPrefetch(request)) return;
  logOnceADay(context.attune, { school: who.schoolId, actor: who.personId, what }, people);
}
