import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Come, fetchFile, NotGiven } from './fetch-file';
import { endFrame, framedType, frameOf } from './progress-frames';

beforeEach(() => void vi.stubGlobal('location', new URL('http://attune.example/evidence')));
afterEach(() => void vi.unstubAllGlobals());

const going = new AbortController().signal;
const answered = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', answer);
const take = (told: (come: Come) => void = () => undefined) =>
  fetchFile('/evidence/training-record.csv', going, told);

/** Pieces one after another, and then the end or a fault. */
function file(pieces: Uint8Array[], fault?: Error): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = pieces.shift();
      if (next) controller.enqueue(next);
      else if (fault) controller.error(fault);
      else controller.close();
    },
  });
  const headers = {
    'Content-Type': framedType,
    'Content-Disposition': 'attachment; filename="training-record-2026-03-01.csv"',
  };
  return new Response(body, { headers });
}
const progress = { file: 'training-record', rows: 200, of: 300 };
const half = () => [frameOf({ progress }), frameOf({ bytes: new Uint8Array(700) })];

async function refused(): Promise<NotGiven> {
  const error = await take().catch((caught: unknown) => caught);
  if (!(error instanceof NotGiven)) throw new Error(`It was given, or failed as ${error}`);
  expect(error.message).toMatch(/othing was saved/);
  return error;
}

test('a whole file is given under its name, and what has come is told as it comes', async () => {
  answered(() => file([...half(), endFrame()]));
  const come: Come[] = [];
  const { name, file: given } = await take((now) => come.push(now));
  expect(name).toBe('training-record-2026-03-01.csv');
  expect(given.size).toBe(700);
  expect(come.map(({ bytes }) => bytes)).toEqual([...come.map(({ bytes }) => bytes)].sort());
  expect(come.at(-1)).toMatchObject({ progress });
  expect(come.at(-1)?.bytes).toBeGreaterThan(700);
});

test('a file that breaks off is none, though the connection closed as if it were whole', async () => {
  for (const cut of [file(half()), file(half(), new TypeError('network')), file([])]) {
    answered(() => cut);
    expect((await refused()).message).toContain('broke off');
  }
});

test('whoever is signed out by now is told so, and the sign-in page is never taken for the file', async () => {
  const redirect = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null };
  answered(() => redirect as unknown as Response);
  expect(await refused()).toMatchObject({ signedOut: true });
});

test('what the server says of a question it cannot answer is passed on, of its own faults it is not', async () => {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
  answered(() => new Response('That day is still to come.\n', { status: 400, headers: plain }));
  expect((await refused()).message).toBe('That day is still to come. Nothing was saved.');
  answered(() => new Response('SqliteError: no such table', { status: 500, headers: plain }));
  expect((await refused()).message).toMatch(/^The server could not make this file just now/);
  answered(() => new Response('<h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } }));
  expect((await refused()).message).toMatch(/Try the link again/);
});

test('what is refused is not said to be a fault that mends itself', async () => {
  const html = { 'Content-Type': 'text/html' };
  for (const [status, words] of [
    [403, 'not open to your account'],
    [404, 'no such file'],
    [429, 'Wait a few minutes'],
  ] as const) {
    answered(() => new Response('<h1>No</h1>', { status, headers: html }));
    const { message } = await refused();
    expect(message).toContain(words);
    expect(message).not.toContain('could not make');
  }
});

const pdf = (length: string): Record<string, string> => ({
  'Content-Type': 'application/pdf',
  'Content-Disposition': 'attachment; filename="summary-2026-03-01.pdf"',
  'Content-Length': length,
});

test('a file that comes without word of how far it is, is taken as it is, and whole or not at all', async () => {
  answered(() => new Response('a whole PDF', { headers: pdf('11') }));
  const come: Come[] = [];
  const { name, file: given } = await take((now) => come.push(now));
  expect([name, given.type, await given.text()]).toEqual([
    ...['summary-2026-03-01.pdf', 'application/pdf', 'a whole PDF'],
  ]);
  expect(come.at(-1)?.bytes).toBe(11);
  answered(() => new Response('a whole', { headers: pdf('11') }));
  expect((await refused()).message).toContain('broke off');
  answered(() => new Response('a whole PDF', { status: 500, headers: pdf('11') }));
  expect((await refused()).message).toContain('could not make');
});

test('without a connection it is said that the server could not be reached', async () => {
  answered(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await refused()).message).toContain('could not be reached');
});
