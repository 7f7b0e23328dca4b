import type { LoaderFunctionArgs } from '@remix-run/node';
import { countOpening } from '~/governors/links.server';
import { summaryPdfResponse } from '~/pages/evidence/summary-paper.server';
import { isPrefetch } from '~/pages/is-prefetch';
import { sharedSummary } from './governors.server';

/** The same totals on paper, behind the same link. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const shared = await sharedSummary(context, params.token);
  if (!shared) {
    return new Response('This link opens nothing. Please ask the school for another one.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  }
  if (!isPrefetch(request)) countOpening(context.attune, shared.link);
  return summaryPdfResponse(shared.summary, context.attune);
}
