import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { doneTogether, enrolment, togetherAttendance } from '~db/schema';
import { alone, isComplete } from '../completion';
import { versionOf } from '../enrolments.server';
import { standingsOfSession } from '../facts.server';

/**
 * Enrolments whose completion would be withdrawn if their person were taken off this session: told to the lead before it
 * is done. Three queries, and one for each version.
 */
export function completionsRestingOn(
  attune: Pick<Attune, 'db' | 'course'>,
  sessionId: string,
): Set<string> {
  const { db } = attune;
  const ids = db
    .select({ id: togetherAttendance.enrolmentId })
    .from(togetherAttendance)
    .where(eq(togetherAttendance.sessionId, sessionId));
  const enrolled = db.select().from(enrolment).where(inArray(enrolment.id, ids)).all();
  const elsewhere = db
    .select({
      enrolmentId: doneTogether.enrolmentId,
      page: doneTogether.page,
      scenario: doneTogether.scenario,
    })
    .from(doneTogether)
    .innerJoin(togetherAttendance, eq(togetherAttendance.id, doneTogether.attendanceId))
    .where(and(inArray(doneTogether.enrolmentId, ids), ne(togetherAttendance.sessionId, sessionId)))
    .all();
  const standings = standingsOfSession(db, sessionId, enrolled);
  const resting = enrolled.filter((row) => {
    const facts = standings.get(row.id)?.facts;
    if (row.completionId === null || row.setAsideAt !== null || !facts) return false;
    const own = alone(facts);
    const others = elsewhere.filter(({ enrolmentId }) => enrolmentId === row.id);
    const without = {
      ...own,
      pages: [...own.pages, ...others.flatMap((o) => (o.scenario === null ? o.page : []))],
      scenarios: [...own.scenarios, ...others.flatMap(({ scenario }) => scenario ?? [])],
    };
    return !isComplete(versionOf(attune, row), without);
  });
  return new Set(resting.map(({ id }) => id));
}
