import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { event, eventDetail } from '~db/schema/record';
import type { Line } from './row-types';

interface Because {
  /** Why it was withdrawn; null where it stands. */
  because: string | null;
  /** Why it stands again; null where it was not put back. */
  putBackBecause: string | null;
}

/** Lines, each with the reason for which it was withdrawn or put back, where that is what was entered last. One query. */
export function withReasons<T extends Pick<Line, 'status' | 'recordId'>>(
  db: Db,
  school: string,
  lines: readonly T[],
): (T & Because)[] {
  const entries = lines.flatMap(({ status, recordId }) =>
    status === 'withdrawn' || status === 'current' ? recordId : [],
  );
  const rows = db
    .select({ id: event.id, verb: event.verb, reason: eventDetail.value })
    .from(eventDetail)
    .innerJoin(event, eq(event.id, eventDetail.eventId))
    .where(
      and(
        eq(event.school, school),
        inArray(event.verb, ['withdrawn', 'put back']),
        eq(eventDetail.name, 'reason'),
        inArray(event.id, entries),
      ),
    )
    .all();
  const reasons = new Map(rows.map(({ id, verb, reason }) => [`${verb} ${id}`, String(reason)]));
  return lines.map((line) => ({
    ...line,
    because: reasons.get(`withdrawn ${line.recordId}`) ?? null,
    putBackBecause: reasons.get(`put back ${line.recordId}`) ?? null,
  }));
}
