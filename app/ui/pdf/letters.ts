import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans covers every Latin, Greek and Cyrillic letter that a name may have; its Arabic sister Arabic ones, and Latin beside them. */
const files = {
  latin: {
    plain: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  arabic: {
    plain: resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  },
} as const;
export type Weight = keyof typeof files.latin;

const arabic = /\p{Script=Arabic}/u;
/** Words that are read from right to left, with what stands between them. */
const arabicRun =
  /[\p{Script=Arabic}\p{M}]+(?:[ \u00a0'’-]+(?=\p{Script=Arabic})[\p{Script=Arabic}\p{M}]+)*/gu;
const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;

/** The file of the font that has a text's letters. */
export const fontFor = (text: string, weight: Weight = 'plain'): string =>
  files[arabic.test(text) ? 'arabic' : 'latin'][weight];

/** Whether each of its letters can be drawn: other scripts, and pictures, come out as empty boxes. */
export const canBeDrawn = (text: string): boolean => drawn.test(text) && !emoji.test(text);

/** Said at the end of a paper on which some cannot. */
export const boxesSaid =
  'Some letters here are of a script that cannot be drawn on this paper, and stand as empty boxes. On the page in Attune each name is shown in full.';

/** Pieces of one direction each, in the order in which they are written. */
export function directions(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: run } of text.matchAll(arabicRun)) {
    pieces.push(text.slice(from, index), run);
    from = index + run.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}
