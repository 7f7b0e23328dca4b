import { asc, eq } from 'drizzle-orm';
import type { EventData } from '~/record/vocabulary';
import type { Tx } from '~db/client.server';
import { doneTogether, togetherAttendance, togetherSession } from '~db/schema';

/** The sessions of which something counts for an enrolment, by day: for the event of its completion. One query. */
export function sessionsBehind(
  tx: Tx,
  enrolmentId: string,
): NonNullable<EventData<'completed'>['together']> {
  return tx
    .selectDistinct({
      session: togetherSession.id,
      ledBy: togetherSession.ledBy,
      heldOn: togetherSession.heldOn,
    })
    .from(doneTogether)
    .innerJoin(togetherAttendance, eq(togetherAttendance.id, doneTogether.attendanceId))
    .innerJoin(togetherSession, eq(togetherSession.id, togetherAttendance.sessionId))
    .where(eq(doneTogether.enrolmentId, enrolmentId))
    .orderBy(asc(togetherSession.heldOn), asc(togetherSession.id))
    .all();
}
