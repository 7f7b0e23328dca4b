/** The most that one box of somebody's own words keeps, in characters as they are read. */
const most = 10_000;

/** What to say of words that are too long to be kept; null of others. A line break is one character, whatever a browser sends. */
export function tooLong(text: string): string | null {
  const length = [...text.replaceAll('\r\n', '\n')].length;
  if (length <= most) return null;
  return `This is ${length.toLocaleString('en-GB')} characters long, and a box keeps at most 10,000. All of it is still here: please shorten it, or keep a part of it somewhere of your own.`;
}
