import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { cacheRule } from './server/cache-rule';
import { makeReference } from './server/reference';
import { withReference } from './ui/reference';
import { RequestFacts } from './ui/request-facts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Under which a failure of this request was logged; set when there is one. */
    reference?: string;
  }
}

/** How long a page may take to render, in ms. */
const renderLimit = 5_000;

type Failed = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context'>;

/** Logs what went wrong under a reference that the page shows. The message stays here: it may hold anything. */
export function handleError(error: unknown, { request, context }: Failed): void {
  if (request.signal.aborted) return;
  const reference = context.reference ?? makeReference();
  context.reference = reference;
  const { pathname } = new URL(request.url);
  context.attune.log.error({ err: error, reference, method: request.method, pathname }, 'failed');
}

/** Answers to navigations within the page. */
export async function handleDataRequest(response: Response, { request, context }: Failed) {
  setCacheRule(response.headers, request);
  if (!context.reference) return response;
  const { status, headers } = response;
  headers.delete('Content-Length');
  return new Response(withReference(await response.text(), context.reference), { status, headers });
}

/**
 * Answers with a whole page, not a stream of pieces: loaders read a database in this process, so there is nothing to
 * wait for, and a page that fails while it renders can still say so by its status.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  setCacheRule(headers, request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(await render(request, remixContext, context), { status, headers });
}

/** The page as HTML. Whatever fails is thrown, wherever on the page it was: Remix renders the error page instead. */
function render(
  request: Request,
  remixContext: EntryContext,
  { nonce, reference }: AppLoadContext,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RequestFacts.Provider value={{ nonce, reference }}>
        <RemixServer
          context={remixContext}
          url={request.url}
          nonce={nonce}
          abortDelay={renderLimit}
        />
      </RequestFacts.Provider>,
      {
        nonce,
        onAllReady: () => {
          clearTimeout(timer);
          resolve(text(pipe(new PassThrough())));
        },
        onError: reject,
      },
    );
    const timer = setTimeout(abort, renderLimit);
  });
}

function setCacheRule(headers: Headers, request: Request) {
  if (!headers.has('Cache-Control'))
    headers.set('Cache-Control', cacheRule(new URL(request.url).pathname));
}
