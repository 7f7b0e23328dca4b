import type { Progress } from '~/record/export/progress';

/**
 * A download with word of how far it is: frames of one byte that says what follows (0 the file's bytes, 1 progress as
 * JSON, 2 the end), four bytes of length, and so many bytes. The end is said, because a connection that closes half-way
 * may look like any other end.
 */
export const framedType = 'application/vnd.attune.progress';

export type Frame = { bytes: Uint8Array<ArrayBuffer> } | { progress: Progress };

const head = 5;
const kinds = { bytes: 0, progress: 1, end: 2 } as const;

export function frameOf(frame: { bytes: Uint8Array } | { progress: Progress }): Uint8Array {
  return 'progress' in frame
    ? framed(kinds.progress, new TextEncoder().encode(JSON.stringify(frame.progress)))
    : framed(kinds.bytes, frame.bytes);
}

/** What comes after everything else, and only then. */
export const endFrame = (): Uint8Array => framed(kinds.end, new Uint8Array(0));

function framed(kind: number, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head + body.length);
  whole[0] = kind;
  new DataView(whole.buffer).setUint32(1, body.length);
  whole.set(body, head);
  return whole;
}

/** Frames as they become whole; what is not yet whole waits for the next bytes. */
export class FrameReader {
  private waiting: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  private ended = false;

  push(bytes: Uint8Array): Frame[] {
    const all = new Uint8Array(this.waiting.length + bytes.length);
    all.set(this.waiting);
    all.set(bytes, this.waiting.length);
    const frames: Frame[] = [];
    let at = 0;
    while (all.length - at >= head) {
      const end = at + head + new DataView(all.buffer).getUint32(at + 1);
      if (end > all.length) break;
      const body = all.slice(at + head, end);
      if (all[at] === kinds.end) this.ended = true;
      else if (all[at] === kinds.bytes) frames.push({ bytes: body });
      else frames.push({ progress: JSON.parse(new TextDecoder().decode(body)) as Progress });
      at = end;
    }
    this.waiting = all.slice(at);
    return frames;
  }

  /** True when nothing was cut off: the end has come, and nothing after it. */
  get whole(): boolean {
    return this.ended && this.waiting.length === 0;
  }
}
