import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQr } from './qr.server';

/** The drawing as a camera sees it: dark where a run lies, each square eight pixels wide. */
function photograph({ d, size }: { d: string; size: number }) {
  const scale = 8;
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, n] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++) {
      for (let px = Number(x) * scale; px < (Number(x) + Number(n)) * scale; px++) {
        data.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

test.each([
  'http://localhost:3000/join/K7QD-94MF',
  'https://cpd.a-long-name.sch.uk/join/ABCD-2345',
])('what is drawn of %s is read again, with a white edge of four squares', (link) => {
  const drawing = drawQr(link);
  expect(decodeQR(photograph(drawing))).toBe(link);
  const starts = [...drawing.d.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(Math.min(...starts)).toBe(4);
});
