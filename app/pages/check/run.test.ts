import { afterEach, expect, test, vi } from 'vitest';
import { run } from './run';

afterEach(() => void vi.unstubAllGlobals());

type Event = 'error' | 'messageerror';

/** A worker that does so much and then dies. */
function dying(begins: boolean, by: Event) {
  class Dying {
    onerror: ((event: unknown) => void) | null = null;
    onmessageerror: ((event: unknown) => void) | null = null;
    onmessage: ((event: unknown) => void) | null = null;
    postMessage() {
      queueMicrotask(() => {
        if (begins) this.onmessage?.({ data: { begun: true } });
        const died = by === 'error' ? this.onerror : this.onmessageerror;
        died?.({ preventDefault: () => undefined });
      });
    }
    terminate() {}
  }
  vi.stubGlobal('Worker', Dying);
}

const asked = { file: new Blob(['Trust me.']), key: '', since: '', older: null };
const answer = () => run('', asked, () => undefined).answer;

test('a check that dies half-way says in words what to do, and does not take the page with it', async () => {
  for (const by of ['error', 'messageerror'] as const) {
    dying(true, by);
    const { verdict, misfits } = await answer();
    expect(verdict).toBe('not checked');
    expect(misfits.join(' ')).toMatch(/could not finish.*too large.*npm run verify-record/);
  }
});

test('where no check may run beside the page, it runs on it', async () => {
  dying(false, 'error');
  expect((await answer()).misfits.join()).toContain('This carries no proof');
  vi.stubGlobal('Worker', function refused() {
    throw new Error('Not here');
  });
  expect((await answer()).misfits.join()).toContain('This carries no proof');
});
