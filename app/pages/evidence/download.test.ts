import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { writeReadableStreamToWritable } from '@remix-run/node';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Attune } from '~/context.server';
import { download, recordFile } from './download.server';
import { FrameReader } from './progress-frames';

/** Pieces counted as they are made. */
function counted(pieces: number) {
  const made = { n: 0, closed: false };
  function* make() {
    try {
      for (; made.n < pieces; made.n += 1) yield Buffer.alloc(1000, 'x');
    } finally {
      made.closed = true;
    }
  }
  return { made, source: Readable.from(make(), { objectMode: false, highWaterMark: 1 }) };
}

function asked(drained?: () => Promise<void>) {
  const gone = new AbortController();
  const request = new Request('http://attune.example/file', { signal: gone.signal });
  const log = pino({ level: 'silent' });
  const context = { attune: { log } as unknown as Attune, nonce: '', address: '', drained };
  return { gone, args: { request, context } };
}
const named = { type: 'text/csv; charset=utf-8', name: 'training-record-2026-03-01.csv' };

test('a download is a file with a name, for nobody’s cache', async () => {
  const { source } = counted(3);
  const response = download(asked().args, source, named);
  expect(response.headers.get('Content-Disposition')).toBe(
    'attachment; filename="training-record-2026-03-01.csv"',
  );
  expect(response.headers.get('Cache-Control')).toContain('no-store');
  expect(await response.text()).toHaveLength(3000);
});

test('nothing is made ahead of whoever takes it', async () => {
  const { made, source } = counted(1000);
  let open: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reader = download(asked(() => waits).args, source, named).body?.getReader();
  const first = reader?.read();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(made.n).toBeLessThan(5);
  open();
  expect((await first)?.value).toHaveLength(1000);
  expect(made.n).toBeLessThan(10);
  await reader?.cancel();
});

test('whoever goes away half-way lets go of the source, and no error is made of it', async () => {
  const { made, source } = counted(1000);
  const { gone, args } = asked();
  const reader = download(args, source, named).body?.getReader();
  await reader?.read();
  gone.abort();
  while (!(await reader?.read())?.done);
  expect(made.closed).toBe(true);
  expect(made.n).toBeLessThan(20);
});

test('a page that asks for it is told how far the file is, and gets the same bytes', async () => {
  const { source } = counted(3);
  const progress = { file: 'training-record', rows: 0, of: 3 };
  const { args } = asked();
  const request = new Request(`${args.request.url}?progress=yes`);
  const response = download({ ...args, request }, source, { ...named, progress });
  const reader = new FrameReader();
  const frames = reader.push(new Uint8Array(await response.arrayBuffer()));
  expect(reader.whole).toBe(true);
  const size = frames.reduce((sum, frame) => sum + ('bytes' in frame ? frame.bytes.length : 0), 0);
  expect(size).toBe(3000);
  expect(frames.at(-1)).toEqual({ progress });
});

test('stopped in the page, it stops on the server', async () => {
  const { made, source } = counted(1000);
  const { gone, args } = asked();
  const request = new Request(`${args.request.url}?progress=yes`, { signal: gone.signal });
  const progress = { file: 'training-record', rows: 0, of: 1000 };
  const reader = download({ ...args, request }, source, { ...named, progress }).body?.getReader();
  await reader?.read();
  gone.abort();
  while (!(await reader?.read())?.done);
  expect(made.closed).toBe(true);
  expect(made.n).toBeLessThan(20);
});

/** Gives a piece, and then finds that it cannot go on. */
function broken(): Readable {
  function* make() {
    yield Buffer.alloc(1000, 'x');
    throw new Error('The disk is gone');
  }
  return Readable.from(make(), { objectMode: false, highWaterMark: 0 });
}

test('a fault among the rows breaks the connection off, so that half a file cannot look whole', async () => {
  const progress = { file: 'training-record', rows: 0, of: 3 };
  for (const query of ['', '?progress=yes']) {
    const { args } = asked();
    const request = new Request(`${args.request.url}${query}`);
    const response = download({ ...args, request }, broken(), { ...named, progress });
    const server = createServer((_, res) => {
      if (response.body) void writeReadableStreamToWritable(response.body, res).catch(() => {});
    }).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const taken = await fetch(`http://localhost:${port}`);
    expect(taken.status).toBe(200);
    await expect(taken.arrayBuffer(), query).rejects.toThrow();
    server.close();
  }
});

test('a part of the record has a name that says so, whatever was chosen', () => {
  const all = { among: [], role: [], of: [] };
  expect(recordFile('2026-03-01', all, 'csv', [])).toBe('training-record-2026-03-01.csv');
  for (const chosen of [
    { team: 'Year 4' },
    { module: 'repair' },
    { month: '2026-02' },
    { among: ['Owls'] },
  ]) {
    const name = recordFile('2026-03-01', { ...all, ...chosen }, 'xlsx', []);
    expect(name).toMatch(/^training-record-2026-03-01-part[-a-z0-9]*\.xlsx$/);
  }
});
