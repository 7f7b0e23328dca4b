import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goingOn, type State } from './going-on';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', new URL('http://attune.example/evidence?asAt=2026-03-01'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begun() {
  const [shown, said]: [State[], string[]] = [[], []];
  const going = goingOn(
    (state) => void shown.push(state),
    (words) => void said.push(words),
  );
  const come = (file: string, rows: number, bytes: number) =>
    going.told({ progress: { file, rows, of: 100 }, bytes });
  return { ...{ shown, said, come }, over: going.over };
}

test('after ten seconds without a byte it says so, once, and goes on when the line comes back', () => {
  const { shown, said, come, over } = begun();
  come('leaves', 10, 2000);
  vi.advanceTimersByTime(9000);
  expect(said.join()).not.toContain('Nothing has come');
  vi.advanceTimersByTime(60_000);
  expect(said.filter((words) => words.startsWith('Nothing has come'))).toHaveLength(1);
  expect(shown.at(-1)).toMatchObject({ words: expect.stringContaining('you can stop') });
  come('leaves', 11, 3000);
  expect(shown.at(-1)).toMatchObject({ words: expect.stringContaining('11 of 100') });
  over('Ready: everything.zip');
  vi.advanceTimersByTime(60_000);
  expect(said.at(-1)).toBe('Ready: everything.zip');
});

test('it is said aloud at the beginning, at a new part, every ten seconds, and at the end', () => {
  const { said, come, over } = begun();
  for (let second = 1; second <= 60; second += 1) {
    vi.advanceTimersByTime(1000);
    come(second < 30 ? 'leaves' : 'openings', second, second * 1000);
  }
  over('Stopped. Nothing was saved.');
  expect(said[0]).toBe('Getting it ready');
  expect(said.at(-1)).toBe('Stopped. Nothing was saved.');
  expect(said.length).toBeLessThan(11);
  expect(said.length).toBeGreaterThan(5);
});

test('many small parts one after another are not all said', () => {
  const { said, come } = begun();
  for (const part of ['a', 'b', 'c', 'd', 'e']) {
    vi.advanceTimersByTime(100);
    come(part, 1, 100);
  }
  expect(said).toEqual(['Getting it ready']);
});

test('whoever is signed out is led back to the page that they are on', () => {
  const { shown, over } = begun();
  over('You are no longer signed in, so nothing was saved.', true);
  expect(shown.at(-1)).toMatchObject({
    signInAt: '/sign-in?next=%2Fevidence%3FasAt%3D2026-03-01',
  });
});
