import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { wholePage } from './whole-page';

const rendered = (pieces: string[]) =>
  new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <p>
        {pieces.map((piece) => (
          <b key={piece}>{piece}</b>
        ))}
      </p>,
      { onAllReady: () => resolve(wholePage(pipe(new PassThrough()))), onError: reject },
    );
  });

test('a letter of several bytes comes out whole wherever on the page it stands', async () => {
  for (const letter of ['’', 'ë', '🌱']) {
    const pieces = Array.from({ length: 400 }, (_, n) => `${'a'.repeat(n % 5)}${n}${letter}`);
    const page = await rendered(pieces);
    expect(page).toBe(`<p>${pieces.map((piece) => `<b>${piece}</b>`).join('')}</p>`);
  }
});
