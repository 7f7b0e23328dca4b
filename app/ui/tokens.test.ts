import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const lightBlock = css.slice(0, css.indexOf('@media (prefers-color-scheme: dark)'));
const darkBlock = css.slice(lightBlock.length, css.indexOf('@media (forced-colors'));

const colours = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
  );
const light: Record<string, string> = colours(lightBlock);
const themes = { light, dark: { ...light, ...colours(darkBlock) } };

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'raised', 'sunk'];
const tints = ['good-tint', 'going-tint', 'care-tint', 'problem-tint', 'accent-tint', 'quiet-tint'];
const on = (ink: string, ...backs: string[]) => backs.map((back) => [ink, back] as const);

/** Words on what lies behind them: 4.5 to 1. */
const words = [
  ...on('ink', ...grounds, ...tints),
  ...on('ink-soft', ...grounds, ...tints),
  ...on('accent', ...grounds, ...tints),
  ...on('accent-strong', ...grounds, ...tints),
  ...on('on-accent', 'accent', 'accent-strong'),
  ...on('good', ...grounds, 'good-tint'),
  ...on('going', ...grounds, 'going-tint'),
  ...on('care', ...grounds, 'care-tint'),
  ...on('problem', ...grounds, 'problem-tint'),
];
/** What must be seen in order to use the page: edges of fields, the focus ring, bars and squares: 3 to 1. */
const shapes = [
  ...on('edge', ...grounds),
  ...on('focus', ...grounds, ...tints),
  ...on('accent', 'line', 'accent-tint'),
  ...on('good', 'line', 'paper'),
  ...on('going', 'paper'),
];

for (const [name, theme] of Object.entries(themes)) {
  test(`words can be read on everything behind them, in the ${name} theme`, () => {
    expect(tooLow(theme, words, 4.5)).toEqual([]);
  });
  test(`edges, rings and bars can be told from what is around them, in the ${name} theme`, () => {
    expect(tooLow(theme, shapes, 3)).toEqual([]);
  });
}

test('both themes name every colour', () => {
  expect(Object.keys(light)).toHaveLength(21);
  expect(Object.keys(colours(darkBlock)).sort()).toEqual(Object.keys(light).sort());
});

function tooLow(
  theme: Record<string, string>,
  pairs: readonly (readonly [string, string])[],
  least: number,
) {
  return pairs.flatMap(([ink, back]) => {
    const ratio = contrast(theme[ink] ?? '', theme[back] ?? '');
    return ratio >= least ? [] : [`--${ink} on --${back}: ${ratio.toFixed(2)}`];
  });
}
