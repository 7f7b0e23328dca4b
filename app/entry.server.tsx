import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
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

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  setCacheRule(headers, request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return render(request, status, headers, remixContext, context, whole);
}

function render(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
  whole: boolean,
): Promise<Response> {
  const { nonce, reference } = context;
  return new Promise((resolve, reject) => {
    let answered = false;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      // On every ending, or the timer keeps the whole render tree in memory.
      body.once('close', () => clearTimeout(timer));
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          status: failed ? 500 : status,
          headers,
        }),
      );
      pipe(body);
    };
    let failed = false;
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
        onShellReady: () => {
          if (!whole) answer();
        },
        onAllReady: () => {
          clearTimeout(timer);
          if (whole) answer();
        },
        onShellError: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        onError: (error) => {
          failed = true;
          // Before the shell, Remix logs it and renders the error page instead.
          if (answered) handleError(error, { request, context });
        },
      },
    );
    const timer = setTimeout(abort, renderLimit + 1_000);
  });
}

function setCacheRule(headers: Headers, request: Request) {
  if (!headers.has('Cache-Control'))
    headers.set('Cache-Control', cacheRule(new URL(request.url).pathname));
}
