import type { Dated } from '~/cohorts/term-dates-form';
import { readTermDates, typedFrom } from '~/cohorts/term-dates-form';
import { academicYear, addDays } from '~/record/london-date';
import { schoolBeganDaysAgo } from '~db/demo/staff';
import { demoYear } from '~db/demo/term-dates';

/** A lead knows the dates of the terms to come this long before. */
const knownAhead = 120;

/** The term dates around the day of making, bank holidays included, as the lead's form reads them. */
export function demoDates(today: string): Dated[] {
  const years = [-schoolBeganDaysAgo, 0, knownAhead].map((days) =>
    Number(academicYear(addDays(today, days)).slice(0, 4)),
  );
  const typed = typedFrom([...new Set(years)].flatMap(demoYear));
  const { dates, errors } = readTermDates(typed, true, today);
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  return dates;
}
