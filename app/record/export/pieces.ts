import type { Readable } from 'node:stream';

/** In characters: a line at a time, most of the work would be handing it on. */
const atOnce = 64 * 1024;

/** Text as UTF-8, in pieces of some size. */
export function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < atOnce) continue;
    yield Buffer.from(waiting, 'utf8');
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting, 'utf8');
}

/** Once nothing is read for a stream any more: a source given up half-way holds its query open until it is destroyed. */
export function closed(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) return resolve();
    stream.once('close', () => resolve());
    stream.destroy();
  });
}
