import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { type ExportChoice, exportChoice } from '~/record/export/export-choice';
import { readQuestion } from './question.server';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** What a download is asked for; a day that cannot be taken is answered with 400, in words. */
export function readExport(args: Args, who: SignedIn): ExportChoice {
  const { asAt, filter } = readQuestion(args, who);
  if (asAt.error) throw new Response(`${asAt.error}\n`, { status: 400, headers: plainText });
  const names = new URL(args.request.url).searchParams.get('names') !== 'no';
  return exportChoice.parse({ asAt: asAt.date, filter, names });
}

const plainText = { 'Content-Type': 'text/plain; charset=utf-8' };

/** A file to keep, a piece at a time as whoever asked for it takes it; given up when they go away. */
export function download(
  { request, context }: Args,
  source: Readable,
  { type, name }: { type: string; name: string },
): Response {
  request.signal.addEventListener('abort', () => source.destroy(), { once: true });
  return new Response(paced(source, context.drained), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      // Compressing would put a buffer without end between the response and the wait for it.
      'Cache-Control': 'private, no-store, no-transform',
    },
  });
}

/** Reads nothing ahead: each piece is made when the one before has left. */
function paced(source: Readable, drained: Args['context']['drained']): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        // To a fast reader every write succeeds at once, and nobody else would be served until the end.
        await setImmediate();
        await drained?.();
        if (source.destroyed && !source.readableEnded && !source.errored) return controller.close();
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void source.destroy(),
    },
    { highWaterMark: 0 },
  );
}
