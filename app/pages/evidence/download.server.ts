import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { type LinesChoice, noneAhead } from '~/record/export/export.server';
import { type ExportChoice, exportChoice } from '~/record/export/export-choice';
import type { Progress } from '~/record/export/progress';
import { partName } from './part-name';
import { endFrame, framedType, frameOf } from './progress-frames';
import { type Question, readQuestion } from './question.server';
import { askedLines, type Chosen } from './record-filter.server';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** The day and filter that any file is asked for; a day that cannot be taken is answered with 400, in words. */
export function readFileQuestion(args: Args, who: SignedIn): Question {
  const question = readQuestion(args, who);
  const { error } = question.asAt;
  if (error) throw new Response(`${error}\n`, { status: 400, headers: plainText });
  return question;
}

/** What a download of the record is asked for. */
export function readExport(args: Args, who: SignedIn): ExportChoice {
  const { asAt, filter } = readFileQuestion(args, who);
  const names = new URL(args.request.url).searchParams.get('names') !== 'no';
  return exportChoice.parse({ asAt: asAt.date, filter, names });
}

interface LinesAsked extends LinesChoice {
  /** The same as it stands in the address. */
  chosen: Chosen;
}

/** The same with everything that the page of the record can be asked for: what has no proof can hold just its lines. */
export function readLines(args: Args, who: SignedIn): LinesAsked {
  const { asAt, filter, names } = readExport(args, who);
  const asked = askedLines(new URL(args.request.url).searchParams, filter, asAt);
  return { asAt, names, filter: asked.lines, chosen: asked.chosen };
}

/**
 * Named by its day, and as a part where its lines were chosen, so that it is not taken for the whole later.
 * @param modules those there are
 */
export function recordFile(
  asAt: string,
  chosen: Chosen,
  extension: 'csv' | 'xlsx' | 'zip',
  modules: readonly { slug: string }[],
): string {
  const whole = `training-record-${asAt}`;
  const slugs = modules.map(({ slug }) => slug);
  return `${whole}${partName(whole, chosen, slugs)}.${extension}`;
}

const plainText = { 'Content-Type': 'text/plain; charset=utf-8' };

interface File {
  type: string;
  name: string;
  /** Filled as the file is made; sent along to a page that asks for it with `progress=yes`. */
  progress?: Progress;
}

/**
 * A file to keep, a piece at a time as whoever asked for it takes it; given up when they go away. Its head has left before
 * its rows are made, so a fault among them can no longer be told by a status: the connection is broken off instead, and
 * no browser takes half a file for a whole one.
 */
export function download(
  { request, context }: Args,
  source: Readable,
  { type, name, progress }: File,
): Response {
  const told = progress && new URL(request.url).searchParams.get('progress') === 'yes';
  const given = told ? framed(source, progress) : source;
  source.once('error', (error) =>
    context.attune.log.error({ err: error, file: name }, 'A download broke off'),
  );
  request.signal.addEventListener('abort', () => given.destroy(), { once: true });
  return new Response(paced(given, context.drained), {
    headers: {
      'Content-Type': told ? framedType : type,
      'Content-Disposition': `attachment; filename="${name}"`,
      // Compressing would put a buffer without end between the response and the wait for it.
      'Cache-Control': 'private, no-store, no-transform',
    },
  });
}

/** The file with word of how far it is before each piece. */
function framed(source: Readable, progress: Progress): Readable {
  async function* frames() {
    let first = true;
    for await (const bytes of source) {
      const { parts, ...now } = progress;
      yield frameOf({ progress: first ? progress : now });
      first = false;
      yield frameOf({ bytes });
    }
    const { parts, ...now } = progress;
    yield frameOf({ progress: now });
    yield endFrame();
  }
  const out = Readable.from(frames(), noneAhead);
  // A generator that waits for the source's next piece would end only when that has come.
  return out.once('close', () => source.destroy());
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
