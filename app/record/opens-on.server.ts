import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import { opensFirst } from './asked-of.server';
import type { Line } from './row-types';
import { isNotOpenYet } from './standing';

interface AsAt {
  db: Db;
  school: string;
  /** Civil date, and how many events were on the record by its end. */
  date: string;
  size: number;
}

/**
 * Lines, each with the first day (civil date) on which it can be begun, where that is only after the day asked about and
 * nobody has begun it; null where it is open. One query.
 */
export function withOpening<T extends Pick<Line, 'rowId' | 'status'>>(
  { db, school, date, size }: AsAt,
  lines: readonly T[],
): (T & { opensOn: string | null })[] {
  const rows = db
    .select({ rowId: trainingRow.rowId, asked: trainingRow.asked })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        stoodAt(trainingRow, size),
        inArray(trainingRow.status, ['due', 'refresh due']),
        inArray(
          trainingRow.rowId,
          lines.map(({ rowId }) => rowId),
        ),
      ),
    )
    .all();
  const opens = new Map(rows.map(({ rowId, asked }) => [rowId, opensFirst(asked)]));
  return lines.map((line) => {
    const opensOn = opens.get(line.rowId) ?? null;
    return { ...line, opensOn: isNotOpenYet({ ...line, opensOn }, date) ? opensOn : null };
  });
}
