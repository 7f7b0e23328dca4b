import type { Readable } from 'node:stream';
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { type ExportChoice, exportChoice } from '~/record/export/export-choice';
import { readQuestion } from './question.server';

/** What a download is asked for; a day that cannot be taken is answered with 400, in words. */
export function readExport(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  who: SignedIn,
): ExportChoice {
  const { asAt, filter } = readQuestion(args, who);
  if (asAt.error) throw new Response(`${asAt.error}\n`, { status: 400, headers: plainText });
  const names = new URL(args.request.url).searchParams.get('names') !== 'no';
  return exportChoice.parse({ asAt: asAt.date, filter, names });
}

const plainText = { 'Content-Type': 'text/plain; charset=utf-8' };

/** A file to keep, in pieces as they are made; given up when whoever asked for it goes away. */
export function download(request: Request, stream: Readable, type: string, name: string): Response {
  request.signal.addEventListener('abort', () => stream.destroy(), { once: true });
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
