import type { LoaderFunctionArgs } from '@remix-run/node';
import { summaryPdfResponse } from '~/pages/evidence/summary-paper.server';
import { sharedSummary } from './governors.server';

/** The same totals on paper, behind the same link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const shared = await sharedSummary(context, params.token);
  if (!shared) {
    return new Response('This link opens nothing. Please ask the school for another one.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  }
  return summaryPdfResponse(shared.summary, context.attune);
}
