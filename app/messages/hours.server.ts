import { eq } from 'drizzle-orm';
import { calendarFor } from '~/cohorts/school-calendar.server';
import type { Db } from '~db/client.server';
import { person, reminderChoice } from '~db/schema';
import { daysFor, type Hours, workingDays } from './working-time';

/** When one person may be written to. @throws Error when there is no such person. */
export function hoursOf(
  db: Db,
  { schoolId, personId }: { schoolId: string; personId: string },
): Hours {
  const row = db
    .select({
      startDate: person.startDate,
      leaveDate: person.leaveDate,
      workingDays: person.workingDays,
      chosen: reminderChoice.days,
    })
    .from(person)
    .leftJoin(reminderChoice, eq(reminderChoice.personId, person.id))
    .where(eq(person.id, personId))
    .get();
  if (!row) throw new Error(`There is no person ${personId}`);
  return {
    calendar: calendarFor(db, { schoolId, personId }),
    days: daysFor(workingDays(row), row.chosen),
    startDate: row.startDate,
    leaveDate: row.leaveDate,
  };
}
