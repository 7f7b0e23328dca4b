import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, eventDetail } from '~db/schema/record';
import type { Line } from './row-types';

/** Lines, each with the reason for which it was withdrawn; null where it stands. One query. */
export function withReasons<T extends Pick<Line, 'status' | 'recordId'>>(
  db: Db,
  school: string,
  lines: readonly T[],
): (T & { because: string | null })[] {
  const entries = lines.flatMap(({ status, recordId }) => (status === 'withdrawn' ? recordId : []));
  const rows = db
    .select({ id: event.id, reason: eventDetail.value })
    .from(eventDetail)
    .innerJoin(event, eq(event.id, eventDetail.eventId))
    .where(
      and(
        eq(event.school, school),
        eq(event.verb, 'withdrawn'),
        eq(eventDetail.name, 'reason'),
        inArray(event.id, entries),
      ),
    )
    .all();
  const reasons = new Map(rows.map(({ id, reason }) => [id, String(reason)]));
  return lines.map((line) => ({ ...line, because: reasons.get(line.recordId) ?? null }));
}
