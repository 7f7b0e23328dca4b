import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { textOf } from '../bytes';
import { piecesOf } from './content';
import { openZip, readZip } from './read-zip';

const zip = zipSync({ 'one.txt': strToU8('1'.repeat(500)), 'two.txt': strToU8('22') });
const patched = (change: (bytes: Uint8Array, view: DataView) => void) => {
  const copy = zip.slice();
  change(copy, new DataView(copy.buffer));
  return copy;
};
/** Where a text stands in the zip, the n-th time. */
const place = (bytes: Uint8Array, text: string, n = 0): number => {
  let at = -1;
  for (let i = 0; i <= n; i += 1) at = Buffer.from(bytes).indexOf(text, at + 1, 'latin1');
  return at;
};
const replaced = (from: string, to: string) =>
  patched((bytes) => {
    for (let n = 0; n < 2; n += 1) bytes.set(Buffer.from(to), place(bytes, from));
  });
const central = place(zip, 'PK\x01\x02');

test('files come out as they went in, whoever packed them', async () => {
  expect([...readZip(zip)].map(([name, bytes]) => [name, textOf(bytes)])).toEqual([
    ['one.txt', '1'.repeat(500)],
    ['two.txt', '22'],
  ]);
  const streamed = new ZipFile();
  streamed.addBuffer(Buffer.from('é'), 'é.txt');
  streamed.addBuffer(Buffer.from('plain'), 'plain.txt', { compress: false });
  streamed.end();
  const files = readZip(await buffer(streamed.outputStream));
  expect([...files].map(([name, bytes]) => [name, textOf(bytes)])).toEqual([
    ['é.txt', 'é'],
    ['plain.txt', 'plain'],
  ]);
});

test('a file of many pieces comes out as it went in, and one that was damaged inside does not', () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => `${n},${(n * 7919) % 10_007}\n`).join('');
  const packed = zipSync({ 'rows.csv': strToU8(rows) });
  const content = openZip(packed).get('rows.csv');
  const pieces = content ? [...piecesOf(content)] : [];
  expect(pieces.length).toBeGreaterThan(2);
  expect(Buffer.concat(pieces).toString()).toBe(rows);
  const damaged = packed.slice();
  damaged.fill(0xff, 150_000, 150_200);
  const told = (zip: Uint8Array) => {
    const hurt = openZip(zip).get('rows.csv');
    return hurt ? Buffer.concat([...piecesOf(hurt)]).toString() : '';
  };
  try {
    expect(told(damaged)).not.toBe(rows);
  } catch (error) {
    expect(String(error)).toContain('rows.csv cannot be unpacked');
  }
});

test('a file that is there twice is named', () => {
  expect(() => readZip(replaced('two.txt', 'one.txt'))).toThrow('one.txt is in the zip twice.');
});

test('cut short anywhere, it is refused in words', () => {
  for (let length = 0; length < zip.length; length += 1) {
    expect(() => readZip(zip.subarray(0, length))).toThrow(/cut short/);
  }
});

test('nothing can stand in it that another program would show and this one not', () => {
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(() => readZip(joined(zip, strToU8('more')))).toThrow(/cannot be read as a zip/);
  expect(() => readZip(joined(zip, zip))).toThrow(/read differently/);
  const hidden = joined(zip.subarray(0, central), strToU8('hidden'), zip.subarray(central));
  new DataView(hidden.buffer).setUint32(hidden.length - 6, central + 6, true);
  expect(() => readZip(hidden)).toThrow(/read differently/);
  const fewer = patched((bytes, view) => {
    view.setUint16(bytes.length - 12, 1, true);
    view.setUint16(bytes.length - 14, 1, true);
  });
  expect(() => readZip(fewer)).toThrow(/read differently/);
  const otherName = patched((bytes) => bytes.set(strToU8('six.txt'), place(bytes, 'two.txt')));
  expect(() => readZip(otherName)).toThrow(/read differently/);
});

test('a file that would unpack to more than it says, or than anything could, is refused', () => {
  const sized = (size: number) =>
    patched((_, view) => {
      view.setUint32(central + 24, size, true);
      view.setUint32(22, size, true);
    });
  expect(() => readZip(sized(499))).toThrow(/one\.txt cannot be unpacked/);
  expect(() => readZip(sized(501))).toThrow(/one\.txt cannot be unpacked/);
  expect(() => readZip(sized(1_900_000_000))).toThrow(/damaged/);
  expect(() => readZip(sized(2_100_000_000))).toThrow(/more than 2 GB/);
});

test('a locked zip, and another kind of packing, are refused', () => {
  const locked = patched((_, view) => view.setUint16(central + 8, 1, true));
  expect(() => readZip(locked)).toThrow(/locked with a password/);
  const other = patched((_, view) => view.setUint16(central + 10, 12, true));
  expect(() => readZip(other)).toThrow(/damaged/);
});
