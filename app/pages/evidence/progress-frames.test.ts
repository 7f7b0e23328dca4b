import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameReader, frameOf } from './progress-frames';

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
      const whole = Uint8Array.from(sent.flatMap((frame) => [...frameOf(frame)]));
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

test('a file that was cut off is not whole', () => {
  const reader = new FrameReader();
  reader.push(frameOf({ bytes: Uint8Array.of(1, 2, 3) }).slice(0, -1));
  expect(reader.whole).toBe(false);
});
