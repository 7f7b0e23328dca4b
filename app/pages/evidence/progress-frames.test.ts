import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endFrame, FrameReader, frameOf } from './progress-frames';

const bytes = fc.uint8Array({ maxLength: 40 });
const progress = fc.record({ file: fc.string(), rows: fc.nat(), of: fc.option(fc.nat()) });
const frames = fc.array(
  fc.oneof(
    bytes.map((some) => ({ bytes: some })),
    progress.map((some) => ({ progress: some })),
  ),
);

test('frames come back as they were, however the network cuts them', () => {
  fc.assert(
    fc.property(frames, fc.integer({ min: 1, max: 30 }), (sent, cut) => {
      const all = [...sent.map(frameOf), endFrame()];
      const whole = Uint8Array.from(all.flatMap((frame) => [...frame]));
      const reader = new FrameReader();
      const back = [];
      for (let at = 0; at < whole.length; at += cut) {
        back.push(...reader.push(whole.slice(at, at + cut)));
      }
      expect(back).toEqual(sent);
      expect(reader.whole).toBe(true);
    }),
  );
});

test('a file that was cut off is not whole, wherever the cut fell', () => {
  const sent = [...frameOf({ bytes: Uint8Array.of(1, 2, 3) }), ...endFrame()];
  for (let cut = 0; cut < sent.length; cut += 1) {
    const reader = new FrameReader();
    reader.push(Uint8Array.from(sent.slice(0, cut)));
    expect(reader.whole, `after ${cut} bytes`).toBe(false);
  }
});
