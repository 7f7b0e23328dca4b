const earliest = '1950-01-01';

/** The last civil date that is near enough to be meant. */
const latest = (today: string, years: number) =>
  `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;

/**
 * What is odd about a civil date, in words; null when it may well be meant. A slip of the finger in a year goes unseen in
 * a form, and would stand in the record for good.
 * @param yearsAhead how far ahead schools plan this
 */
export function dayProblem(day: string, today: string, yearsAhead = 2): string | null {
  const year = Number(day.slice(0, 4));
  if (day < earliest)
    return `That is in the year ${year}, before anybody here worked. Check the year.`;
  if (day <= latest(today, yearsAhead)) return null;
  const far = yearsAhead === 2 ? 'two' : 'five';
  return `That is in the year ${year}, more than ${far} years ahead. Check the year.`;
}
