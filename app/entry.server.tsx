import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { readSession } from './people/session.server';
import { cacheRule } from './server/cache-rule';
import { makeReference } from './server/reference';
import { keepRefused } from './server/refused.server';
import { withoutSecrets } from './server/secret-paths';
import { wholePage } from './server/whole-page';
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
  const pathname = withoutSecrets(new URL(request.url).pathname);
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
  const refused = await afterRefusal(request, status, remixContext, context);
  if (refused) return refused;
  setCacheRule(headers, request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(await render(request, remixContext, context), { status, headers });
}

/**
 * A form that a browser sent by itself, without script, and that is to be mended: the answer is kept for a moment and
 * shown at an address of its own. A page that answers a POST cannot be gone back to where nothing may be stored.
 */
async function afterRefusal(
  request: Request,
  status: number,
  { staticHandlerContext: { actionData, errors } }: EntryContext,
  { attune }: AppLoadContext,
): Promise<Response | null> {
  const navigated = request.headers.get('Sec-Fetch-Dest') === 'document';
  if (request.method !== 'POST' || !navigated || ![400, 409].includes(status)) return null;
  const [answer] = Object.values(actionData ?? {});
  if (!answer || errors) return null;
  const found = await readSession(attune, request.headers.get('Cookie'), false);
  if (found.state !== 'signed in') return null;
  const id = keepRefused(attune, found.sessionId, answer);
  if (id === null) return null;
  const to = new URL(request.url);
  to.searchParams.set('refused', id);
  return redirect(to.pathname + to.search, 303);
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
          resolve(wholePage(pipe(new PassThrough())));
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
