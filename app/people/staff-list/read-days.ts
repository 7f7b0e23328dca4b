import { type Weekday, weekdays } from '~db/schema';

const abbreviations: Record<Weekday, RegExp> = {
  Monday: /^(m|mo|mon|mondays?)$/,
  Tuesday: /^(tu|tue|tues|tuesdays?)$/,
  Wednesday: /^(w|we|wed|weds|wednesdays?)$/,
  Thursday: /^(th|thu|thur|thurs|thursdays?)$/,
  Friday: /^(f|fr|fri|fridays?)$/,
};

const dayOf = (word: string) => weekdays.find((day) => abbreviations[day].test(word)) ?? null;

/** “Mon–Wed, Fri”, “Monday and Tuesday”, “full time”: in the order of the week; null when it cannot be read. */
export function readDays(written: string): Weekday[] | null {
  const text = written.toLowerCase().replace(/\./g, '').trim();
  if (/^(full[ -]?time|every day|all( days| week)?|all year|5 days)$/.test(text))
    return [...weekdays];
  const found = new Set<Weekday>();
  for (const part of text.split(/,|;|\/|\+|&|\band\b|\n/)) {
    for (const span of part
      .trim()
      .replace(/\s*(-|–|—|\bto\b)\s*/g, '-')
      .split(/\s+/)) {
      if (span === '') continue;
      const [from, to = from, more] = span.split('-').map(dayOf);
      if (!from || !to || more !== undefined) return null;
      const [first, last] = [weekdays.indexOf(from), weekdays.indexOf(to)];
      if (last < first) return null;
      for (const day of weekdays.slice(first, last + 1)) found.add(day);
    }
  }
  return found.size > 0 ? weekdays.filter((day) => found.has(day)) : null;
}
