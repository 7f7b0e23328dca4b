import { civilDateInWords } from '~/course/said';
import { isCivilDate } from '~/record/london-date';

/** The two times that a measure is of: as the school calls them, and their last days (civil dates; null when not asked). */
export interface Times {
  beforePeriod: string;
  afterPeriod: string;
  beforeUntil: string | null;
  afterUntil: string | null;
}

/** What cannot be of two times that are over and follow each other, by the name of their field. What is no date is left out. */
export function timesErrors(times: Times, today: string): Record<string, string[]> {
  const { beforePeriod, afterPeriod, beforeUntil, afterUntil } = times;
  const before = isDay(beforeUntil) ? beforeUntil : null;
  const after = isDay(afterUntil) ? afterUntil : null;
  return Object.fromEntries([
    ...said('beforePeriod', before && yearProblem(beforePeriod, before)),
    ...said('beforeUntil', before && before > today ? notOver : null),
    ...said('afterPeriod', after && yearProblem(afterPeriod, after)),
    ...said('afterUntil', (after && after > today ? notOver : null) ?? orderProblem(before, after)),
  ]);
}

const notOver = 'That day is still to come. Only a time that is over has a figure.';

const isDay = (day: string | null): day is string => day !== null && isCivilDate(day);

const said = (name: string, problem: string | null): [string, string[]][] =>
  problem ? [[name, [problem]]] : [];

function orderProblem(before: string | null, after: string | null): string | null {
  if (before === null || after === null || before < after) return null;
  return `The time after has to end later than the one before, which ended on ${civilDateInWords(before)}.`;
}

/** A school year is called by two years, so that the next one may be named. */
function yearProblem(period: string, until: string): string | null {
  const last = Number(until.slice(0, 4));
  const named = period.match(/\b(?:19|20)\d{2}\b/g)?.find((year) => Number(year) > last + 1);
  return named ? `This names ${named}, and its last day is in ${last}. Check both.` : null;
}

/** “Autumn term 2025 (to 19 December 2025)”. */
export function timeInWords(period: string, until: string | null): string {
  return until === null ? period : `${period} (to ${civilDateInWords(until)})`;
}
