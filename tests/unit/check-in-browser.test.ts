import vm from 'node:vm';
import { expect, test } from 'vitest';
import type { Answer, Asked } from '~/pages/check/check';
import { Unfit } from '~/record/verify/unfit';
import { verifyFile } from '~/record/verify/verify-file';
import { checkPage } from '../../scripts/setup/check-page.mjs';
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

function onServer({ file, given }: Handed): { fits: string[]; misfits: string[] } {
  try {
    return { fits: verifyFile(file, given).fits, misfits: [] };
  } catch (error) {
    if (error instanceof Unfit) return { fits: [], misfits: [error.message] };
    throw error;
  }
}

test('whatever was tampered with is named, in the same words on the command line and in a browser', async () => {
  const inBrowser = asWorker();
  const handed = await handedOver();
  expect(handed.length).toBeGreaterThan(45);
  for (const one of handed) {
    const { what, file, given, misfit } = one;
    const found = onServer(one);
    if (misfit === null) expect(found.misfits, what).toEqual([]);
    else expect(found.misfits.join(), what).toMatch(misfit);
    const asked = { key: given.key ?? '', since: given.since ?? '', older: null };
    const answer = await inBrowser({ file: new Blob([new Uint8Array(file)]), ...asked });
    expect({ fits: [...answer.fits], misfits: [...answer.misfits] }, what).toEqual(found);
    expect(answer.unproved.join(), what).not.toMatch(/genuine|authentic/i);
  }
});

test('the page has everything inside, and its policy lets in nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/);
  expect(policy).not.toMatch(/unsafe|connect-src|https?:|\*/);
  expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/);
});
