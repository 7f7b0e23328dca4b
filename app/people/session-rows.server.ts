import { and, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { person, personRole, type Role, type RoleNames, school, session } from '~db/schema';

/** An ended or expired session may save a draft for this long, in milliseconds; then its row goes. */
export const graceMs = 24 * 60 * 60 * 1000;

/** A session with the person behind it. */
export interface SessionRow {
  id: string;
  personId: string;
  /** Unix seconds. */
  expiresAt: number;
  sharedDevice: boolean;
  schoolId: string;
  schoolName: string;
  roleNames: RoleNames | null;
  name: string;
  leaveDate: string | null;
  roles: Role[];
  /** Module whose quiz alone the session opens; null: everything that the person's roles open. */
  quiz: string | null;
  /** UTC milliseconds. */
  createdAt: number;
}

const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

/** Every query on sessions, prepared once for each database: one of them runs with every request. */
export function sessionRows(db: Db) {
  let rows = prepared.get(db);
  if (!rows) {
    rows = prepare(db);
    prepared.set(db, rows);
  }
  return rows;
}

function prepare(db: Db) {
  const id = sql.placeholder('id');
  const open = db
    .select({
      id: session.id,
      personId: session.personId,
      expiresAt: session.expiresAt,
      sharedDevice: session.sharedDevice,
      quiz: session.quiz,
      createdAt: session.createdAt,
      schoolId: person.schoolId,
      schoolName: school.name,
      roleNames: school.roleNames,
      name: person.name,
      leaveDate: person.leaveDate,
      role: personRole.role,
      fromOn: personRole.fromOn,
      untilOn: personRole.untilOn,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(school, eq(school.id, person.schoolId))
    .leftJoin(personRole, eq(personRole.personId, person.id))
    .where(and(eq(session.id, id), isNull(session.endedAt)))
    .prepare();
  const past = db
    .select({
      personId: session.personId,
      expiresAt: session.expiresAt,
      endedAt: session.endedAt,
      quiz: session.quiz,
    })
    .from(session)
    .where(eq(session.id, id))
    .prepare();
  const extend = db
    .update(session)
    .set({ expiresAt: sql`${sql.placeholder('expiresAt')}` })
    .where(and(eq(session.id, id), isNull(session.endedAt)))
    .prepare();

  return {
    /** The session that has not been ended, whether or not its time is up, with the roles of a civil date. */
    find(sessionId: string, today: string): SessionRow | null {
      const found = open.all({ id: sessionId });
      const [first] = found;
      if (!first) return null;
      const { role: _, fromOn: __, untilOn: ___, ...row } = first;
      const holds = ({ fromOn, untilOn }: typeof first) =>
        (fromOn === null || fromOn <= today) && (untilOn === null || today <= untilOn);
      return {
        ...row,
        roles: found.flatMap((one) => (one.role && holds(one) ? [one.role] : [])),
      };
    },

    /** Whose session it was, if it ended or expired less than `graceMs` before `at` (UTC milliseconds). */
    endedSince(sessionId: string, at: number): { personId: string; quiz: boolean } | null {
      const row = past.get({ id: sessionId });
      if (!row) return null;
      const end = Math.min(row.endedAt ?? Number.POSITIVE_INFINITY, row.expiresAt * 1000);
      if (end > at || at >= end + graceMs) return null;
      return { personId: row.personId, quiz: row.quiz !== null };
    },

    openOf(personId: string) {
      return db
        .select()
        .from(session)
        .where(and(eq(session.personId, personId), isNull(session.endedAt)))
        .all();
    },

    insert(row: typeof session.$inferInsert): void {
      db.insert(session).values(row).run();
    },

    extend(sessionId: string, expiresAt: number): void {
      extend.run({ id: sessionId, expiresAt });
    },

    end(sessionId: string, at: number): void {
      db.update(session)
        .set({ endedAt: at })
        .where(and(eq(session.id, sessionId), isNull(session.endedAt)))
        .run();
    },

    /** Ends all of a person's sessions, but the one to keep. */
    endAllOf(personId: string, at: number, keep = ''): void {
      db.update(session)
        .set({ endedAt: at })
        .where(and(eq(session.personId, personId), isNull(session.endedAt), ne(session.id, keep)))
        .run();
    },

    /** Deletes what has been over for longer than `graceMs`. Returns how many rows went. */
    purge(at: number): number {
      const since = at - graceMs;
      return db
        .delete(session)
        .where(or(lt(session.endedAt, since), lt(session.expiresAt, Math.floor(since / 1000))))
        .run().changes;
    },
  };
}
