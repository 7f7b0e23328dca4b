import { and, asc, desc, eq, exists, gte, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from '~db/client.server';
import { schoolChangeRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import type { SchoolChangeRow } from './row-types';

/** What the school had changed, as it was known at `size` events, the newest first; what was withdrawn is not among it. One query. */
export function schoolChangesAsAt(db: Db | Tx, school: string, size: number): SchoolChangeRow[] {
  return db
    .select()
    .from(schoolChangeRow)
    .where(
      and(
        eq(schoolChangeRow.school, school),
        ne(schoolChangeRow.status, 'withdrawn'),
        stoodAt(schoolChangeRow, size),
      ),
    )
    .orderBy(desc(schoolChangeRow.changedOn), asc(schoolChangeRow.changeId))
    .all();
}

/** One change as it stands now, withdrawn or not; null when the school has none of this id. */
export function schoolChange(
  db: Db | Tx,
  school: string,
  changeId: string,
): SchoolChangeRow | null {
  const [newest] = schoolChangeVersions(db, school, changeId);
  return newest ?? null;
}

/** Everything that was ever said of one change, the newest first. One query. */
export function schoolChangeVersions(
  db: Db | Tx,
  school: string,
  changeId: string,
): SchoolChangeRow[] {
  return db
    .select()
    .from(schoolChangeRow)
    .where(and(eq(schoolChangeRow.school, school), eq(schoolChangeRow.changeId, changeId)))
    .orderBy(desc(schoolChangeRow.fromSeq))
    .all();
}

/**
 * What was recorded after a day about that day or before it: newly told, put right or withdrawn, in the order of entry,
 * and never mixed into what was known then. A later look again is about its own day. One query.
 * @param size events on the record by the end of `date`
 */
export function schoolChangesSince(
  db: Db,
  school: string,
  { date, size }: { date: string; size: number },
): SchoolChangeRow[] {
  const earlier = alias(schoolChangeRow, 'earlier');
  const saidOfThatDay = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.school, schoolChangeRow.school),
        eq(earlier.changeId, schoolChangeRow.changeId),
        lte(earlier.fromSeq, schoolChangeRow.fromSeq),
        lte(earlier.changedOn, date),
      ),
    );
  return db
    .select()
    .from(schoolChangeRow)
    .where(
      and(
        eq(schoolChangeRow.school, school),
        gte(schoolChangeRow.fromSeq, size),
        or(isNull(schoolChangeRow.reason), ne(schoolChangeRow.reason, 'looked at again')),
        exists(saidOfThatDay),
      ),
    )
    .orderBy(asc(schoolChangeRow.fromSeq))
    .all();
}
