import { hex, textOf } from '../bytes';
import { hashing } from '../hashing';
import { Unfit } from './unfit';

/** A file of an archive: its bytes, or what unpacks them a piece at a time, from the start each time it is asked. */
export type Content = Uint8Array | { pieces(): Iterable<Uint8Array> };

const piece = 1 << 20;

export function* piecesOf(content: Content): Generator<Uint8Array> {
  if (!(content instanceof Uint8Array)) return yield* content.pieces();
  for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
}

export function wholeOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  const pieces = [...content.pieces()];
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of pieces) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

/** The files of an archive, each read a piece at a time and digested as it goes by: unpacked, they would not fit in memory. */
export class Archive {
  private readonly digests = new Map<string, string>();

  constructor(private readonly files: ReadonlyMap<string, Content>) {}

  names(): Iterable<string> {
    return this.files.keys();
  }

  /** @throws Unfit when there is no such file */
  *pieces(name: string): Generator<Uint8Array> {
    const content = this.files.get(name);
    if (!content) throw new Unfit(`${name} is missing from the zip.`);
    const hash = hashing();
    for (const one of piecesOf(content)) {
      hash.update(one);
      yield one;
    }
    this.digests.set(name, hex(hash.digest()));
  }

  text(name: string): string {
    return textOf(wholeOf({ pieces: () => this.pieces(name) }));
  }

  /** SHA-256 in hex; the file is read for it only where it was not read to its end before. */
  digest(name: string): string {
    let known = this.digests.get(name);
    if (known === undefined) {
      for (const _ of this.pieces(name));
      known = this.digests.get(name) ?? '';
    }
    return known;
  }
}
