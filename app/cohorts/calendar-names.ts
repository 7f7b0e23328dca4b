import { addDays } from '~/record/london-date';
import type { NamedDates } from './dates-in-words';

/** What an entry of a calendar is by its name: a span of its own kind, or the first or last day of a term. */
export type Sense = 'term' | 'closed' | 'INSET' | 'starts' | 'ends' | 'none';

const inset =
  /\binset\b|\b(staff|teacher)s?’?'?s? (training|development|day)|\btraining days?\b|\b(pupil|student)[- ]?free\b|\bnon[- ]?pupil\b/i;
const closed =
  /\b(bank|public) holidays?\b|\bgood friday\b|\beaster (sunday|monday)\b|\bmay day\b|\bholidays?\b|\bvacation\b|\b(school|academy) (is )?closed\b|\bclosures?\b|\boccasional day\b|\bpolling day\b|\b(christmas|easter|summer|spring|autumn|winter|february|october|may|half[- ]?term) break\b/i;
const halfTerm = /\bhalf[- ]?term\b/i;
const aTerm = /\bterm\b|\b(autumn|spring|summer)\b|\bhalf\b/i;
const first =
  /\b(start|beginning|first day|commencement) of\b|\b(starts?|begins?|commences?|reopens?|re-opens?)\b|\b(return|back) to school\b|\b(pupils|children|students) return\b/i;
const last = /\b(end|last day|close) of\b|\b(ends?|finish(es)?|closes?|breaks? up)\b/i;
/** What clubs and trips call themselves in the holidays. */
const outing = /\b(club|camp|trip|visit|performance|concert|fair|party|parents?|photo|course)\b/i;

/** The shortest half-term that is taught, in days: three weeks. No holiday within a year's terms is named “term” and as long. */
const taught = 15;

/** Reads an entry by its name and its length. What it cannot tell is `none`, and the lead can say what it is. */
export function readCalendarName({ name, startsOn, endsOn }: NamedDates): Sense {
  if (outing.test(name)) return 'none';
  if (inset.test(name)) return 'INSET';
  const long = endsOn >= addDays(startsOn, taught);
  if (long) return closed.test(name) ? 'closed' : aTerm.test(name) ? 'term' : 'none';
  // “Half-term begins” may be the last day of lessons or the first without.
  const edge = first.test(name) || last.test(name);
  if (halfTerm.test(name) || closed.test(name)) return edge ? 'none' : 'closed';
  if (startsOn === endsOn && (aTerm.test(name) || /\bschool\b/i.test(name))) {
    if (first.test(name)) return 'starts';
    if (last.test(name)) return 'ends';
  }
  return 'none';
}
