import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { staffRow, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';

/** Of each session, the role groups of those who attended, as both stood at `size` events. One query. */
export function sessionAudiences(db: Db, school: string, size: number): Map<string, string[]> {
  const rows = db
    .selectDistinct({ session: trainingRow.session, roleGroup: staffRow.roleGroup })
    .from(trainingRow)
    .innerJoin(
      staffRow,
      and(
        eq(staffRow.school, trainingRow.school),
        eq(staffRow.personId, trainingRow.personId),
        stoodAt(staffRow, size),
      ),
    )
    .where(
      and(
        eq(trainingRow.school, school),
        isNotNull(trainingRow.session),
        eq(trainingRow.status, 'current'),
        stoodAt(trainingRow, size),
      ),
    )
    .orderBy(asc(staffRow.roleGroup))
    .all();
  const found = new Map<string, string[]>();
  for (const { session, roleGroup } of rows) {
    if (session !== null) found.set(session, [...(found.get(session) ?? []), roleGroup]);
  }
  return found;
}
