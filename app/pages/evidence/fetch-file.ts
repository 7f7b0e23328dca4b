import type { Progress } from '~/record/export/progress';
import { FrameReader, framedType } from './progress-frames';

/** A file that was not given, or not to the end, with what to say of it to whoever asked. */
export class NotGiven extends Error {
  constructor(
    message: string,
    readonly signedOut = false,
  ) {
    super(message);
  }
}

/** What has come of a download so far. */
export interface Come {
  progress: Progress;
  /** Over the network, from the first on. */
  bytes: number;
}

/**
 * Takes a download piece by piece, with word of how far it is where the server sends that.
 * @param told called whenever something comes
 * @throws NotGiven when it is not given, or breaks off; DOMException when given up
 */
export async function fetchFile(
  href: string,
  signal: AbortSignal,
  told: (come: Come) => void,
): Promise<{ name: string; file: Blob }> {
  const url = new URL(href, location.href);
  url.searchParams.set('progress', 'yes');
  const answer = await asked(url, signal);
  const { body, headers } = answer;
  const withFrames = headers.get('Content-Type') === framedType;
  const [, name = withFrames ? 'download' : undefined] =
    /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  if (!answer.ok || !body || !name) throw await refusal(answer);
  const taken = withFrames ? framed : asItIs;
  return { name, file: await taken(answer, body, { signal, told }) };
}

interface Taking {
  signal: AbortSignal;
  told: (come: Come) => void;
}
type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** A file that is sent with word of how far it is, and with its end. */
async function framed(_: Response, body: Body, { signal, told }: Taking): Promise<Blob> {
  const frames = new FrameReader();
  const parts: BlobPart[] = [];
  const come: Come = { progress: { file: '', rows: 0, of: null }, bytes: 0 };
  for await (const piece of piecesOf(body, signal)) {
    come.bytes += piece.length;
    for (const frame of frames.push(piece)) {
      if ('bytes' in frame) parts.push(frame.bytes);
      else come.progress = { ...come.progress, ...frame.progress };
    }
    told({ ...come });
  }
  if (!frames.whole) throw brokeOff();
  return new Blob(parts);
}

/** A file that was whole before it was sent. */
async function asItIs({ headers }: Response, body: Body, { signal, told }: Taking): Promise<Blob> {
  const parts: BlobPart[] = [];
  const come: Come = { progress: { file: '', rows: 0, of: null }, bytes: 0 };
  for await (const piece of piecesOf(body, signal)) {
    come.bytes += piece.length;
    parts.push(piece);
    told({ ...come });
  }
  const length = headers.get('Content-Encoding') ? null : headers.get('Content-Length');
  if (length !== null && Number(length) !== come.bytes) throw brokeOff();
  return new Blob(parts, { type: headers.get('Content-Type') ?? '' });
}

const brokeOff = () =>
  new NotGiven(
    'The download broke off before the end, and nothing was saved. The link is still here: try it again.',
  );

async function asked(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    // Followed, a way to the sign-in page would come back as a page and look like a file.
    return await fetch(url, { signal, redirect: 'manual' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new NotGiven(
      'The server could not be reached, and nothing was saved. Look whether you are connected, then try the link again.',
    );
  }
}

async function* piecesOf(body: Body, signal: AbortSignal) {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } catch (error) {
    if (signal.aborted) throw error;
    throw brokeOff();
  }
}

/** Why there is no file, in the server's own words where it has some. */
async function refusal(answer: Response): Promise<NotGiven> {
  if (answer.type === 'opaqueredirect' || answer.status === 401) {
    return new NotGiven('You are no longer signed in, so nothing was saved.', true);
  }
  const plain = answer.headers.get('Content-Type')?.startsWith('text/plain') ?? false;
  const words = plain && answer.status < 500 ? (await answer.text().catch(() => '')).trim() : '';
  if (words !== '' && words.length < 400) return new NotGiven(`${words} Nothing was saved.`);
  return new NotGiven(refusals[answer.status] ?? notMade);
}

const notMade =
  'The server could not make this file just now, and nothing was saved. Try the link again in a minute; if that fails too, tell whoever looks after Attune at your school.';

/** Where the server said why by its status alone. Trying again mends none of these but the last two. */
const refusals: Record<number, string> = {
  400: 'The server could not read what this link asks for, and nothing was saved. Load the page again, and choose anew.',
  403: 'This file is not open to your account, and nothing was saved. If you should have it, ask your headteacher.',
  404: 'There is no such file any more, and nothing was saved. Load the page again, and see what it offers.',
  410: 'There is no such file any more, and nothing was saved. Load the page again, and see what it offers.',
  429: 'Too much was asked for at once, and nothing was saved. Wait a few minutes, then try the link again.',
  503: 'The server is busy or being looked after, and nothing was saved. Wait a few minutes, then try the link again.',
};

/** Gives it to the person as a file to keep. */
export function keepFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
