import { and, asc, count, desc, eq, isNotNull, isNull, max, min, not, sql } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { type EnteredFrom, staffRow, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import { onStaff } from './line-filter.server';
import { samePerson } from './rows.server';

/** One person on the record for one training session, as it stands now. */
export interface Attendee {
  /** Id of the `session attended` event. */
  attendance: string;
  personId: string;
  /** Null once erased. */
  name: string | null;
  status: 'current' | 'withdrawn';
  /** Civil dates: when it was, and when this was last entered. */
  heldOn: string;
  recordedOn: string;
  minutes: number | null;
  enteredFrom: EnteredFrom | null;
}

/** Everyone on the record for a session, those who were taken off again too, by name. One query. */
export function attendeesOf(db: Db | Tx, school: string, session: string): Attendee[] {
  const rows = db
    .select({
      attendance: trainingRow.rowId,
      personId: trainingRow.personId,
      name: staffRow.name,
      status: trainingRow.status,
      heldOn: trainingRow.completedOn,
      recordedOn: trainingRow.recordedOn,
      minutes: trainingRow.publishedMinutes,
      enteredFrom: trainingRow.enteredFrom,
    })
    .from(trainingRow)
    .innerJoin(
      staffRow,
      and(
        eq(staffRow.school, trainingRow.school),
        eq(staffRow.personId, trainingRow.personId),
        isNull(staffRow.toSeq),
      ),
    )
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.session, session),
        isNull(trainingRow.toSeq),
      ),
    )
    .orderBy(asc(staffRow.name), asc(trainingRow.rowId))
    .all();
  return rows.map(({ status, heldOn, ...row }) => ({
    ...row,
    status: status === 'withdrawn' ? status : 'current',
    heldOn: heldOn ?? '',
  }));
}

/** Who stands on the record for which session, as `session person`: true when they were taken off again. One query. */
export function attendances(db: Db | Tx, school: string): Map<string, boolean> {
  const rows = db
    .select({
      session: trainingRow.session,
      personId: trainingRow.personId,
      status: trainingRow.status,
    })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        isNotNull(trainingRow.session),
        isNull(trainingRow.toSeq),
      ),
    )
    .all();
  const found = new Map<string, boolean>();
  for (const { session, personId, status } of rows) {
    const key = `${session} ${personId}`;
    // Taken off, and put down once more: they were there.
    found.set(key, status === 'withdrawn' && found.get(key) !== false);
  }
  return found;
}

/** A session as the record had it at some size. */
export interface AttendedSession {
  session: string;
  title: string;
  kind: string;
  provider: string | null;
  cpdType: string;
  /** Civil date; the first of two where one person's was corrected. */
  heldOn: string;
  minutes: number | null;
  people: number;
  /** Of these, who was entered from the school’s own list and not from a register. */
  fromList: number;
}

/** Lines of those who attended a session and were not taken off again, as they stood at `size` events. */
const attended = (school: string, size: number) =>
  and(
    eq(trainingRow.school, school),
    isNotNull(trainingRow.session),
    eq(trainingRow.status, 'current'),
    stoodAt(trainingRow, size),
  );

/** Sessions that somebody attended, the newest first, as they were known at `size` events; who was taken off is not counted. One query. */
export function sessionsAsAt(db: Db, school: string, size: number): AttendedSession[] {
  const heldOn = min(trainingRow.completedOn);
  return db
    .select({
      session: sql<string>`${trainingRow.session}`,
      title: sql<string>`${max(trainingRow.moduleTitle)}`,
      kind: sql<string>`${max(trainingRow.sessionKind)}`,
      provider: max(trainingRow.provider),
      cpdType: sql<string>`${max(trainingRow.cpdType)}`,
      heldOn: sql<string>`${heldOn}`,
      minutes: max(trainingRow.publishedMinutes),
      people: count(),
      fromList: sql<number>`count(case when ${trainingRow.enteredFrom} = 'own list' then 1 end)`,
    })
    .from(trainingRow)
    .where(attended(school, size))
    .groupBy(trainingRow.session)
    .orderBy(desc(heldOn), asc(max(trainingRow.moduleTitle)))
    .all();
}

/** Ids of those sessions that somebody attended who was not on the staff on the day asked about, as it was known at `size` events. One query. */
export function sessionsOfOthers(
  db: Db,
  school: string,
  { date, size }: { date: string; size: number },
): Set<string> {
  const there = onStaff(date);
  if (!there) return new Set();
  const rows = db
    .selectDistinct({ session: sql<string>`${trainingRow.session}` })
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(and(attended(school, size), not(sql`coalesce(${there}, 0)`)))
    .all();
  return new Set(rows.map(({ session }) => session));
}

/** Of each session, the role groups of those who attended, as both stood at `size` events. One query. */
export function sessionAudiences(db: Db, school: string, size: number): Map<string, string[]> {
  const rows = db
    .selectDistinct({ session: trainingRow.session, roleGroup: staffRow.roleGroup })
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(attended(school, size))
    .orderBy(asc(staffRow.roleGroup))
    .all();
  const found = new Map<string, string[]>();
  for (const { session, roleGroup } of rows) {
    if (session !== null) found.set(session, [...(found.get(session) ?? []), roleGroup]);
  }
  return found;
}
