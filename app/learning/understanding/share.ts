/** How many of those counted, in words. None is not told from a few, nor all from nearly all: that would tell of each. */
export type Share = 'few or none' | 'some' | 'about half' | 'most' | 'nearly all or all';

export function shareOf(count: number, of: number): Share {
  const share = of > 0 ? count / of : 0;
  if (share <= 0.2) return 'few or none';
  if (share <= 0.4) return 'some';
  if (share <= 0.6) return 'about half';
  return share < 0.8 ? 'most' : 'nearly all or all';
}

/** The same in a hundred, for a table: a band, never the figure itself. */
export const percentBand: Record<Share, string> = {
  'few or none': '0 to 20',
  some: '20 to 40',
  'about half': '40 to 60',
  most: '60 to 80',
  'nearly all or all': '80 to 100',
};
