import { Inflate } from 'fflate';
import { same, textOf } from '../bytes';
import { type Content, wholeOf } from './content';
import { Unfit } from './unfit';

const most = 2_000_000_000;
/** Deflate packs nothing tighter than this. */
const tightest = 1032;

interface Entry {
  name: string;
  nameBytes: Uint8Array;
  packed: number;
  size: number;
  method: number;
  /** A descriptor follows its content. */
  described: boolean;
  at: number;
}

/** The files of a zip by name, all of them unpacked. */
export function readZip(zip: Uint8Array): Map<string, Uint8Array> {
  return new Map([...openZip(zip)].map(([name, content]) => [name, wholeOf(content)]));
}

/**
 * The files of a zip by name, each unpacked when it is read. Of every byte it is known to which file it belongs: a zip that
 * another program could read in another way is refused, because what is checked must be what people see.
 */
export function openZip(zip: Uint8Array): Map<string, Content> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = findDirectory(view);
  const entries = readDirectory(zip, view, directory);
  const sizes = entries.reduce((sum, { size }) => sum + size, 0);
  if (sizes > most)
    throw new Unfit(
      'The zip unpacks to more than 2 GB, so it was not opened. No school’s record is that large.',
      false,
    );
  const files = new Map<string, Content>();
  let at = 0;
  for (const entry of entries.sort((a, b) => a.at - b.at)) {
    if (entry.at !== at) throw new Unfit(unclear);
    at = contentOf(zip, view, entry, files);
  }
  if (at !== directory.at) throw new Unfit(unclear);
  return files;
}

const damaged = 'The zip is damaged, or was cut short.';
const unclear =
  'The zip is put together in a way that different programs may read differently, so it was not opened.';

interface Directory {
  at: number;
  end: number;
  count: number;
}

function findDirectory(view: DataView): Directory {
  const end = view.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50)
    throw new Unfit(
      'This cannot be read as a zip file: it is another kind of file, or it was cut short.',
    );
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (count === 0xffff || at === 0xffffffff)
    throw new Unfit(
      'The zip is larger than 4 GB, so it was not opened. No school’s record is that large.',
      false,
    );
  return { at, end, count };
}

function readDirectory(
  zip: Uint8Array,
  view: DataView,
  { at: start, end, count }: Directory,
): Entry[] {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Unfit(damaged);
    const length = (offset: number) => view.getUint16(at + offset, true);
    const nameBytes = zip.subarray(at + 46, at + 46 + length(28));
    const name = textOf(nameBytes);
    if (names.has(name)) throw new Unfit(`${name} is in the zip twice.`);
    names.add(name);
    if (length(8) % 2 === 1) throw new Unfit(`${name} is locked with a password.`, false);
    entries.push({
      ...{ name, nameBytes, method: length(10), described: (length(8) & 8) !== 0 },
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length(28) + length(30) + length(32);
  }
  if (at !== end) throw new Unfit(unclear);
  return entries;
}

/** Puts the content of an entry among the files, and says where the next one begins. */
function contentOf(
  zip: Uint8Array,
  view: DataView,
  { name, nameBytes, packed, size, method, described, at }: Entry,
  files: Map<string, Content>,
): number {
  if (at + 30 > zip.length || view.getUint32(at, true) !== 0x04034b50) throw new Unfit(damaged);
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const from = nameEnd + view.getUint16(at + 28, true);
  const to = from + packed;
  if (to > zip.length) throw new Unfit(damaged);
  if (!same(zip.subarray(at + 30, nameEnd), nameBytes)) throw new Unfit(unclear);
  files.set(name, contentIn(zip.subarray(from, to), size, method, name));
  const told = !described && [view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  if (told && (told[0] !== packed || told[1] !== size)) throw new Unfit(unclear);
  return described ? afterDescriptor(view, to, packed, size) : to;
}

function contentIn(bytes: Uint8Array, size: number, method: number, name: string): Content {
  if (method === 0 && bytes.length === size) return bytes;
  if (method !== 8 || size > (bytes.length + 1) * tightest) throw new Unfit(damaged);
  return { pieces: () => unpacked(bytes, size, name) };
}

/** Packed bytes at once: unpacked they may be a thousand times as many. */
const atOnce = 1 << 16;

function* unpacked(bytes: Uint8Array, size: number, name: string): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  const unfit = () =>
    new Unfit(`${name} cannot be unpacked: the zip is damaged, or was cut short.`);
  let length = 0;
  for (let at = 0; at < bytes.length; at += atOnce) {
    try {
      inflate.push(bytes.subarray(at, at + atOnce), at + atOnce >= bytes.length);
    } catch {
      throw unfit();
    }
    for (const piece of pieces.splice(0)) {
      length += piece.length;
      // What is too long shows at once, and is not unpacked to its end.
      if (length > size) throw unfit();
      yield piece;
    }
  }
  if (length !== size) throw unfit();
}

/** Checksum and sizes, with or without a mark before them. */
function afterDescriptor(view: DataView, at: number, packed: number, size: number): number {
  const marked = at + 16 <= view.byteLength && view.getUint32(at, true) === 0x08074b50;
  const sizes = at + (marked ? 8 : 4);
  if (sizes + 8 > view.byteLength) throw new Unfit(damaged);
  if (view.getUint32(sizes, true) !== packed || view.getUint32(sizes + 4, true) !== size)
    throw new Unfit(unclear);
  return sizes + 8;
}
