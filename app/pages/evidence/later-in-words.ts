import { civilDateInWords } from '~/course/said';

/** That more is known today of the days that a summary tells of; null where nothing was entered since. */
export function laterInWords({ date, later }: { date: string; later: number }): string | null {
  if (later === 0) return null;
  const on = civilDateInWords(date);
  return later === 1
    ? `One entry was made after ${on} about that day or one before it: something entered late, say, corrected or withdrawn. It is counted in nothing here; a summary as at today has it.`
    : `${later} entries were made after ${on} about that day or ones before it: what was entered late, say, corrected or withdrawn. They are counted in nothing here; a summary as at today has them.`;
}
