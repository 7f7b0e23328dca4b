import { expect, test } from 'vitest';
import { canBeDrawn, directions, fontFor } from './letters';

test('words that belong together are one piece of one direction, and nothing is lost', () => {
  const text = 'For محمد علي, and بنت العربي-الحسن too';
  expect(directions(text)).toEqual([...['For ', 'محمد علي', ', and ', 'بنت العربي-الحسن', ' too']]);
  expect(directions('Zoë')).toEqual(['Zoë']);
  expect(directions('')).toEqual([]);
});

test('each text has the font of its letters, and it is known which cannot be drawn', () => {
  expect(fontFor('علي')).toMatch(/Arabic/);
  expect(fontFor('Łukasz Ωμέγα Ђорђе', 'bold')).toMatch(/NotoSans_700Bold/);
  for (const text of ['Zoë, Ωμέγα – Ђорђе: 7 of 8 · “x” •', 'علي'])
    expect(canBeDrawn(text)).toBe(true);
  for (const text of ['王小明', 'שרה', 'अमित', '🙂']) expect(canBeDrawn(text)).toBe(false);
});
