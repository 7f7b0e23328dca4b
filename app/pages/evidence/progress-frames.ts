import type { Progress } from '~/record/export/progress';

/**
 * A download with word of how far it is: frames of one byte that says what follows (0 the file's bytes, 1 progress as
 * JSON), four bytes of length, and so many bytes.
 */
export const framedType = 'application/vnd.attune.progress';

export type Frame = { bytes: Uint8Array<ArrayBuffer> } | { progress: Progress };

const head = 5;

export function frameOf(frame: { bytes: Uint8Array } | { progress: Progress }): Uint8Array {
  const said = 'progress' in frame;
  const body = said ? new TextEncoder().encode(JSON.stringify(frame.progress)) : frame.bytes;
  const whole = new Uint8Array(head + body.length);
  whole[0] = said ? 1 : 0;
  new DataView(whole.buffer).setUint32(1, body.length);
  whole.set(body, head);
  return whole;
}

/** Frames as they become whole; what is not yet whole waits for the next bytes. */
export class FrameReader {
  private waiting: Uint8Array<ArrayBuffer> = new Uint8Array(0);

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
      frames.push(
        all[at] === 1
          ? { progress: JSON.parse(new TextDecoder().decode(body)) as Progress }
          : { bytes: body },
      );
      at = end;
    }
    this.waiting = all.slice(at);
    return frames;
  }

  /** True when nothing was cut off. */
  get whole(): boolean {
    return this.waiting.length === 0;
  }
}
