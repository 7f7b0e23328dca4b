/** What kind of figure a measure is. */
export const figureKinds = ['count', 'share', 'average'] as const;
export type FigureKind = (typeof figureKinds)[number];

export interface Figure {
  kind: FigureKind;
  /** As typed: `12`, `93.4`, `1,204`. */
  typed: string;
  /** How many a share or an average is of; null of a count. */
  of: number | null;
}

/** Fewer than these may point to a child. */
const fewest = 5;

/** A figure as typed, or NaN: no sign, at most seven digits and a decimal part. */
export function readFigure(typed: string): number {
  return /^(\d{1,7}|\d{1,3}(,\d{3}){1,2})(\.\d{1,4})?$/.test(typed)
    ? Number(typed.replaceAll(',', ''))
    : Number.NaN;
}

/** Why a figure cannot be kept, in words, and in which part; null when it can. Nought is too few as well. */
export function figureProblem({
  kind,
  typed,
  of,
}: Figure): { part: 'figure' | 'of'; words: string } | null {
  const value = readFigure(typed);
  const figure = (words: string) => ({ part: 'figure' as const, words });
  if (Number.isNaN(value)) return figure('Write a number, such as 12 or 93.4.');
  if (kind === 'count') {
    if (!Number.isInteger(value)) return figure('A count is a whole number.');
    return value < fewest ? figure(tooFew) : null;
  }
  if (of === null) return { part: 'of', words: 'Say of how many.' };
  if (of < fewest) return { part: 'of', words: `${tooFewToCount} ${instead}` };
  if (kind === 'average') return null;
  if (value > 100) return figure('A percentage is 100 at most.');
  const meant = Math.round((value * of) / 100);
  const rest = of - meant;
  return meant < fewest || (rest > 0 && rest < fewest)
    ? figure(`${value}% of ${of} would be ${about(meant, of)}. ${tooFew}`)
    : null;
}

/** “about 3”, or “all but about 3”. */
function about(meant: number, of: number): string {
  if (meant === 0) return 'none';
  return meant < fewest ? `about ${meant}` : `all but about ${of - meant}`;
}

const tooFewToCount = 'Groups of fewer than five are not kept here.';
const instead = 'Choose a longer time or a wider group.';
const tooFew = `Fewer than five are not kept here, none included, because they may point to a child. ${instead}`;

/** “14 suspensions”, “62% of 58 pupils”, “11 minutes on average, over 40”. */
export function figureInWords({ kind, typed, of }: Figure, unit: string): string {
  if (kind === 'count') return `${typed} ${unit}`;
  return kind === 'share'
    ? `${typed}% of ${of} ${unit}`
    : `${typed} ${unit} on average, over ${of}`;
}
