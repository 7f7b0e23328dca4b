import { and, asc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { doneTogether, enrolment, togetherAttendance } from '~db/schema';
import { type Enrolment, notSetAside, versionOf } from '../enrolments.server';
import { countFor, recordTogether } from './count-for.server';
import { countingOf, type TogetherSession, togetherSession, versionShown } from './sessions.server';
import { countsIn, type Shown } from './what-counts';
import { type Attendance, attendancesOf } from './who-was-there.server';

/** What was shown and does not count yet for somebody who is down already. */
export interface NotCounted {
  attendance: Attendance;
  enrolled: Enrolment;
  counts: Shown[];
}

/**
 * For whom of those who are down something more would count: shown since, or ticked since. Whoever has completed the
 * module by now has nothing more to count. Two queries, and one for each other version that somebody is on.
 */
export function notCountedYet(
  attune: Pick<Attune, 'course'>,
  db: Db | Tx,
  schoolId: string,
  session: TogetherSession,
  attendances: readonly Attendance[],
  shown: readonly Shown[],
): NotCounted[] {
  const version = versionShown(attune, session);
  const counted = countedOf(db, session.id);
  const has = new Set(counted.map(({ attendanceId, page }) => `${attendanceId} ${page}`));
  const enrolledFor = openEnrolments(db, schoolId, session.module);
  const inVersion = new Map<string, Shown[]>();
  const countsFor = (enrolled: Enrolment) => {
    const key = `${enrolled.contentHash} ${enrolled.refreshes}`;
    const counts = inVersion.get(key) ?? countsIn(version, versionOf(attune, enrolled), shown);
    inVersion.set(key, counts);
    return counts;
  };
  return attendances.flatMap((attendance) => {
    if (attendance.takenOff || attendance.outcome === 'done before') return [];
    const enrolled = enrolledFor(attendance);
    if (!enrolled) return [];
    const counts = countsFor(enrolled).filter(({ page }) => !has.has(`${attendance.id} ${page}`));
    return counts.length === 0 ? [] : { attendance, enrolled, counts };
  });
}

/** Pages that count for somebody who is down: whether those count is settled. One query. */
export const settledPages = (db: Db | Tx, sessionId: string): Set<string> =>
  new Set(countedOf(db, sessionId).map(({ page }) => page));

const countedOf = (db: Db | Tx, sessionId: string) =>
  db
    .select({ attendanceId: doneTogether.attendanceId, page: doneTogether.page })
    .from(doneTogether)
    .innerJoin(togetherAttendance, eq(togetherAttendance.id, doneTogether.attendanceId))
    .where(eq(togetherAttendance.sessionId, sessionId))
    .all();

/** The open enrolment for which somebody's attendance counts, or could: one that counted for none has none yet. */
function openEnrolments(db: Db | Tx, schoolId: string, module: string) {
  const rows = db
    .select()
    .from(enrolment)
    .where(and(eq(enrolment.schoolId, schoolId), eq(enrolment.module, module), notSetAside))
    .orderBy(asc(enrolment.startedAt), asc(enrolment.id))
    .all()
    .filter(({ completedAt }) => completedAt === null);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byPerson = new Map(rows.map((row) => [row.personId, row]));
  return ({ enrolmentId, personId }: Attendance) =>
    enrolmentId === null ? byPerson.get(personId) : byId.get(enrolmentId);
}

/**
 * Counts what was shown since for those who are down already: the same day, the same attendance, and nothing twice.
 * Returns for how many something was added.
 */
export function countSince(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  actor: Actor,
  sessionId: string,
): number {
  const { schoolId } = actor;
  return inTransaction(attune.db, (tx) => {
    const session = togetherSession(tx, schoolId, sessionId);
    const there = attendancesOf(tx, schoolId, sessionId);
    const shown = countingOf(attune, tx, session);
    const now = attune.now();
    const added = notCountedYet(attune, tx, schoolId, session, there, shown);
    for (const { attendance, enrolled, counts } of added) {
      const { id } = attendance;
      if (attendance.entry === null) {
        const entry = recordTogether(tx, now, actor, enrolled, session);
        tx.update(togetherAttendance)
          .set({ outcome: 'counted', enrolmentId: enrolled.id, entry })
          .where(eq(togetherAttendance.id, id))
          .run();
      }
      countFor(attune, tx, now, actor, { session, enrolled, attendanceId: id }, counts);
    }
    return added.length;
  });
}
