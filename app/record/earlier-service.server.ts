import { and, eq, gt, gte, isNotNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from '~db/client.server';
import { staffRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import type { Dated } from './comings-and-goings';

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

/**
 * Times at the school that were over when somebody came back, as known when the record held `size` events: the row of
 * whoever is back tells only of the newest. One query.
 */
export function earlierService(db: Db, school: string, size: number): Dated[] {
  const back = alias(staffRow, 'back');
  const now = alias(staffRow, 'now');
  return (
    db
      .select({
        personId: staffRow.personId,
        name: now.name,
        roleGroup: staffRow.roleGroup,
        startDate: staffRow.startDate,
        leaveDate: staffRow.leaveDate,
      })
      .from(staffRow)
      .innerJoin(
        back,
        and(
          eq(back.school, staffRow.school),
          eq(back.personId, staffRow.personId),
          eq(back.fromSeq, staffRow.toSeq),
          gt(back.startDate, staffRow.leaveDate),
        ),
      )
      // A return that was itself taken back, as an import is undone, ended nothing.
      .innerJoin(
        now,
        and(
          eq(now.school, staffRow.school),
          eq(now.personId, staffRow.personId),
          stoodAt(now, size),
          gt(now.startDate, staffRow.leaveDate),
        ),
      )
      .where(
        and(
          eq(staffRow.school, school),
          lt(staffRow.toSeq, size),
          isNotNull(staffRow.leaveDate),
          gte(staffRow.leaveDate, staffRow.startDate),
        ),
      )
      .all()
  );
}
