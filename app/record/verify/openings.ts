import type { Disclosure } from '../disclosure';

/**
 * What was opened of each entry, by its number. Kept as text and read again when it is needed: there are millions of
 * values in a large record, and most are looked at twice.
 */
export class Openings {
  private readonly texts = new Map<number, string>();
  /** Of the entry that is being read, whose openings mostly come one after another. */
  private seq = -1;
  private open: Disclosure[] = [];

  /** False when a field of this name was opened already. Its salt has done its work by now, and is not kept. */
  add(seq: number, [, name, value]: Disclosure): boolean {
    if (seq !== this.seq) {
      this.close();
      [this.seq, this.open] = [seq, [...(this.of(seq) ?? [])]];
    }
    if (this.open.some((other) => other[1] === name)) return false;
    this.open.push(['', name, value]);
    return true;
  }

  has(seq: number): boolean {
    return seq === this.seq || this.texts.has(seq);
  }

  /** Without their salts; undefined when nothing of the entry was opened. */
  of(seq: number): readonly Disclosure[] | undefined {
    if (seq === this.seq) return this.open;
    const text = this.texts.get(seq);
    return text === undefined ? undefined : (JSON.parse(text) as Disclosure[]);
  }

  private close(): void {
    if (this.open.length > 0) this.texts.set(this.seq, JSON.stringify(this.open));
  }
}
