import vm from 'node:vm';
import { expect, test } from 'vitest';
import type { Answer, Asked } from '~/pages/check/check';
import { Unfit } from '~/record/verify/unfit';
import { verifyFile } from '~/record/verify/verify-file';
import { checkPage } from '../../scripts/setup/check-page.mjs';
import { mistaken } from '../fixtures/mistaken/mistaken';
import { type Handed, handedOver } from '../fixtures/tampering';

const html: string = checkPage();
const script = /<script>([\s\S]+)<\/script>/.exec(html)?.[1] ?? '';

/** The page's own script as its worker runs it, where there is nothing of Node: no Buffer, no process, no modules. */
function asWorker(): (asked: Asked) => Promise<Answer> {
  const heard: ((message: { answer?: Answer }) => void)[] = [];
  const scope: Record<string, unknown> = {
    ...{ TextEncoder, TextDecoder, atob, btoa, Blob, crypto, Intl, URL },
    postMessage: (message: { answer?: Answer }) => heard.at(-1)?.(message),
  };
  scope.globalThis = scope;
  vm.createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(script, scope);
  const { onmessage } = scope as { onmessage(event: { data: Asked }): void };
  return (data) =>
    new Promise((resolve) => {
      heard.push(({ answer }) => answer && resolve(answer));
      onmessage({ data });
    });
}

type Found = Pick<Answer, 'fits' | 'misfits'> & { unproved: string[]; checked: boolean };

function onServer({ file, given }: Handed): Found {
  try {
    return { ...verifyFile(file, given), misfits: [], checked: true };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { fits: [], misfits: [error.message], unproved: [], checked: error.checked };
  }
}

const blob = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);

/** What is said on the server, after the page was asked the same and gave the same words. */
async function saidOf(one: Handed, inBrowser: (asked: Asked) => Promise<Answer>): Promise<Found> {
  const { what, file, given } = one;
  const found = onServer(one);
  const answer = await inBrowser({
    ...{ file: blob(file), key: given.key ?? '', since: given.since ?? '' },
    older: given.older ? blob(given.older) : null,
  });
  const { fits, misfits } = found;
  expect({ fits: [...answer.fits], misfits: [...answer.misfits] }, what).toEqual({ fits, misfits });
  expect([...answer.unproved], what).toEqual(expect.arrayContaining(found.unproved));
  const verdict = found.checked ? 'does not fit' : 'not checked';
  expect(answer.verdict, what).toBe(misfits.length > 0 ? verdict : 'fits');
  expect(answer.unproved.join(), what).not.toMatch(/genuine|authentic/i);
  return found;
}

test('whatever was tampered with is named, in the same words on the command line and in a browser', async () => {
  const inBrowser = asWorker();
  const handed = await handedOver();
  expect(handed.length).toBeGreaterThan(45);
  for (const one of handed) {
    const { misfits } = await saidOf(one, inBrowser);
    if (one.misfit === null) expect(misfits, one.what).toEqual([]);
    else expect(misfits.join(), one.what).toMatch(one.misfit);
  }
});

test('a slip, a mishap or something that shows nothing is called what it is, and nothing given is passed over', async () => {
  const inBrowser = asWorker();
  for (const one of await mistaken()) {
    const { fits, misfits, unproved, checked } = await saidOf(one, inBrowser);
    const { what, misfit, says, never } = one;
    if (misfit === null) expect(misfits, what).toEqual([]);
    else expect(misfits.join(), what).toMatch(misfit);
    const words = [...fits, ...misfits, ...unproved].join('\n');
    if (says) expect(words, what).toMatch(says);
    if (never) expect(words, what).not.toMatch(never);
    expect(checked, what).toBe(one.checked ?? true);
    expect(words, what).not.toMatch(/\d{4}-\d\d-\d\d/);
  }
});

test('the page has everything inside, and its policy lets in nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/);
  expect(policy).not.toMatch(/unsafe|connect-src|https?:|\*/);
  expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/);
});
