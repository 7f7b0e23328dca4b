import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { logAccess } from '~/record/access.server';

/** Writes that someone looked at the whole school's record, unless a browser only fetched ahead. */
export function noteWholeRecord(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  who: SignedIn,
  what: string,
): void {
  const purpose = `${request.headers.get('Sec-Purpose')} ${request.headers.get('Purpose')}`;
  if (/prefetch/.test(purpose)) return;
  logAccess(context.attune, { school: who.schoolId, actor: who.personId, person: null, what });
}
