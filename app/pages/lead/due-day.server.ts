import { notASchoolDay } from '~/cohorts/due-day';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { calendarOf } from '~/cohorts/year-in-words';
import type { Attune } from '~/context.server';

/** Asks about a due date that is no school day, unless the box for that very day is ticked or it stood so before. */
export function dueDayErrors(
  { db }: Pick<Attune, 'db'>,
  schoolId: string,
  form: FormData,
  before?: string,
): Record<string, string[]> {
  const dueOn = String(form.get('dueOn') ?? '').trim();
  if (form.get('anyway') === dueOn || dueOn === before) return {};
  const words = notASchoolDay(calendarOf(schoolDatesOf(db, schoolId)), dueOn);
  return words ? { dueOn: [words] } : {};
}
