import { and, desc, eq, gte, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import { event } from '~db/schema/record';
import { addDays, startOfLondonDay } from './london-date';

/**
 * How many events were on the record by the end of a civil date in Europe/London: the one number that stands for "as at"
 * everywhere else.
 */
export function sizeAsAt(db: Db, school: string, date: string): number {
  return sizeWhere(db, school, lt(event.at, startOfLondonDay(addDays(date, 1))));
}

/** How many events are on the record now. */
export function sizeNow(db: Db, school: string): number {
  return sizeWhere(db, school);
}

function sizeWhere(db: Db, school: string, where?: SQL): number {
  const last = db
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.school, school), where))
    .orderBy(desc(event.at), desc(event.seq))
    .limit(1)
    .get();
  return last ? last.seq + 1 : 0;
}

/** Row versions that stood when the record held `size` events. */
export function stoodAt(
  table: { fromSeq: SQLiteColumn; toSeq: SQLiteColumn },
  size: number,
): SQL | undefined {
  return and(lt(table.fromSeq, size), or(isNull(table.toSeq), gte(table.toSeq, size)));
}
