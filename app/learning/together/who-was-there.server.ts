import { and, asc, eq, isNull } from 'drizzle-orm';
import { londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import {
  doneTogether,
  person,
  togetherSession as sessionTable,
  togetherAttendance,
} from '~db/schema';
import type { TogetherOutcome } from '~db/schema/together';

export interface Person {
  personId: string;
  name: string;
}

/** One person on a session, or taken off it again. */
export interface Attendance extends Person {
  id: string;
  outcome: TogetherOutcome;
  enrolmentId: string | null;
  entry: string | null;
  startedEntry: string | null;
  /** Civil date. */
  recordedOn: string;
  takenOff: boolean;
  /** How many pages, and whether a scenario, count for them. */
  pages: number;
  scenarios: number;
}

/** Everyone who was there, by name. One query. */
export function whoWasThere(db: Db | Tx, schoolId: string, sessionId: string): Person[] {
  return db
    .select({ personId: person.id, name: person.name })
    .from(togetherAttendance)
    .innerJoin(sessionTable, eq(sessionTable.id, togetherAttendance.sessionId))
    .innerJoin(person, eq(person.id, togetherAttendance.personId))
    .where(
      and(
        eq(sessionTable.schoolId, schoolId),
        eq(sessionTable.id, sessionId),
        isNull(togetherAttendance.takenOffAt),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .all();
}

/** The same with what came of it, and with whoever was taken off again. Two queries. */
export function attendancesOf(db: Db | Tx, schoolId: string, sessionId: string): Attendance[] {
  const ofSession = and(eq(sessionTable.schoolId, schoolId), eq(sessionTable.id, sessionId));
  const counted = db
    .select({ attendanceId: doneTogether.attendanceId, scenario: doneTogether.scenario })
    .from(doneTogether)
    .innerJoin(togetherAttendance, eq(togetherAttendance.id, doneTogether.attendanceId))
    .innerJoin(sessionTable, eq(sessionTable.id, togetherAttendance.sessionId))
    .where(ofSession)
    .all();
  const tally = new Map<string, { pages: number; scenarios: number }>();
  for (const { attendanceId, scenario } of counted) {
    const sum = tally.get(attendanceId) ?? { pages: 0, scenarios: 0 };
    sum[scenario === null ? 'pages' : 'scenarios'] += 1;
    tally.set(attendanceId, sum);
  }
  return db
    .select({ row: togetherAttendance, name: person.name })
    .from(togetherAttendance)
    .innerJoin(sessionTable, eq(sessionTable.id, togetherAttendance.sessionId))
    .innerJoin(person, eq(person.id, togetherAttendance.personId))
    .where(ofSession)
    .orderBy(asc(person.name), asc(togetherAttendance.recordedAt))
    .all()
    .map(({ row, name }) => ({
      ...{ id: row.id, personId: row.personId, name, outcome: row.outcome },
      ...{ enrolmentId: row.enrolmentId, entry: row.entry, startedEntry: row.startedEntry },
      recordedOn: londonDate(row.recordedAt),
      takenOff: row.takenOffAt !== null,
      ...(tally.get(row.id) ?? { pages: 0, scenarios: 0 }),
    }));
}
