import { and, eq, gte, isNotNull } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { staffRow } from '~db/schema/record';

/** Every last day that anyone at a school has or had on the record, with whose it was: civil dates. One query. */
export function lastDaysRecorded(db: Db | Tx, school: string): Map<string, string[]> {
  const rows = db
    .selectDistinct({ personId: staffRow.personId, leaveDate: staffRow.leaveDate })
    .from(staffRow)
    .where(
      and(
        eq(staffRow.school, school),
        isNotNull(staffRow.leaveDate),
        // A last day before the first takes somebody off the list who never was at the school.
        gte(staffRow.leaveDate, staffRow.startDate),
      ),
    )
    .all();
  const found = new Map<string, string[]>();
  for (const { personId, leaveDate } of rows) {
    if (leaveDate) found.set(personId, [...(found.get(personId) ?? []), leaveDate]);
  }
  return found;
}
