import type { ServerResponse } from 'node:http';

/**
 * Resolves when the response can take more bytes, or never will again. Remix writes a body as fast as it can be read;
 * a long one waits here, or the whole of it would stand in memory for whoever downloads slowly.
 */
export function drained(res: ServerResponse): Promise<void> {
  if (!res.writableNeedDrain || res.closed || res.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.on('drain', done);
    res.on('close', done);
  });
}
