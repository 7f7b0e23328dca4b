import { civilDateInWords } from '~/course/said';
import { isCivilDate } from '~/record/london-date';
import { type Calendar, isSchoolDay, isWeekend, schoolDayBefore } from './calendar';
import { weekdayInWords } from './dates-in-words';

const asked = 'Choose another day, or tick the box below to keep this one.';

/** What to say of a due date on which nobody is in school; null when there is nothing to say. It asks and never forbids. */
export function notASchoolDay(calendar: Calendar, dueOn: string): string | null {
  if (!isCivilDate(dueOn) || isSchoolDay(calendar, dueOn)) return null;
  const why = isWeekend(dueOn) ? 'is at a weekend' : 'is not a school day in your term dates';
  const before = schoolDayBefore(calendar, dueOn);
  return `${said(dueOn)} ${why}. The school day before it is ${said(before)}. ${asked}`;
}

/** Whether these words are such a question. */
export const asksAboutDay = (words: string) => words.endsWith(asked);

const said = (date: string) => `${weekdayInWords(date)} ${civilDateInWords(date)}`;
