import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { person } from '~db/schema/people';
import { type Asked, trainingRow } from '~db/schema/record';

/** What someone is asked now: one assignment of one open line. */
export interface OpenAsking extends Asked {
  personId: string;
  module: string;
}

const open = and(
  isNull(trainingRow.toSeq),
  inArray(trainingRow.status, ['due', 'refresh due', 'in progress']),
);
const columns = {
  personId: trainingRow.personId,
  module: trainingRow.module,
  asked: trainingRow.asked,
};
type Row = Pick<OpenAsking, 'personId' | 'module'> & { asked: Asked[] };

const each = (rows: Row[]): OpenAsking[] =>
  rows.flatMap(({ personId, module, asked }) => asked.map((one) => ({ personId, module, ...one })));

/** What one person is asked and has not completed, from the record alone. One query. */
export function askedOf(db: Db | Tx, personId: string): OpenAsking[] {
  const rows = db
    .select(columns)
    .from(person)
    .innerJoin(
      trainingRow,
      and(eq(trainingRow.school, person.schoolId), eq(trainingRow.personId, person.id)),
    )
    .where(and(eq(person.id, personId), open))
    .all();
  return each(rows);
}

/** Whom one assignment asks and who has not completed it, from the record alone. One query. */
export function askedBy(db: Db | Tx, school: string, assignment: string): OpenAsking[] {
  const rows = db
    .select(columns)
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        open,
        sql`exists (select 1 from json_each(${trainingRow.asked}) where value ->> 'assignment' = ${assignment})`,
      ),
    )
    .orderBy(asc(trainingRow.personId))
    .all();
  return each(rows).filter((one) => one.assignment === assignment);
}

/**
 * What opens only after a day (civil date), of one module and person by its first day: nobody is asked for it yet. Keys
 * are `person module`. One query.
 */
export function notOpenYet(db: Db | Tx, school: string, today: string): Map<string, string> {
  const rows = db
    .select(columns)
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        open,
        sql`exists (select 1 from json_each(${trainingRow.asked}) where value ->> 'opensOn' > ${today})`,
      ),
    )
    .all();
  const later = new Map<string, string>();
  for (const { personId, module, asked } of rows) {
    const first = opensFirst(asked);
    if (first !== null && first > today) later.set(`${personId} ${module}`, first);
  }
  return later;
}

/** What somebody is asked for in more ways than one, by `person module`: in how many. One query. */
export function askedInSeveralWays(db: Db | Tx, school: string): Map<string, number> {
  const rows = db
    .select(columns)
    .from(trainingRow)
    .where(
      and(eq(trainingRow.school, school), open, sql`json_array_length(${trainingRow.asked}) > 1`),
    )
    .all();
  return new Map(
    rows.map(({ personId, module, asked }) => [`${personId} ${module}`, asked.length]),
  );
}

/** The first day on which any of these is open; null when one is open from the day it was given. */
export function opensFirst(asked: readonly Pick<Asked, 'opensOn'>[]): string | null {
  const days = asked.map(({ opensOn }) => opensOn ?? '').sort();
  return days[0] || null;
}

/**
 * Who has nothing left to do for a module at this version number: they completed it whole, and this number or a later
 * one since, be it by a refresher. One query.
 */
export function completedBy(
  db: Db | Tx,
  school: string,
  module: string,
  version: number,
): Set<string> {
  const rows = db
    .select({
      personId: trainingRow.personId,
      version: trainingRow.version,
      cpdType: trainingRow.cpdType,
    })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.module, module),
        isNull(trainingRow.toSeq),
        eq(trainingRow.status, 'current'),
      ),
    )
    .all();
  const whole = new Set(rows.filter((r) => r.cpdType !== 'refresher').map((r) => r.personId));
  const upToDate = rows.filter((r) => r.version !== null && r.version >= version);
  return new Set(upToDate.map((r) => r.personId).filter((id) => whole.has(id)));
}

/** What everybody at a school is asked and has not completed, from the record alone. One query. */
export function askedIn(db: Db | Tx, school: string): OpenAsking[] {
  const rows = db
    .select(columns)
    .from(trainingRow)
    .where(and(eq(trainingRow.school, school), open))
    .orderBy(asc(trainingRow.personId))
    .all();
  return each(rows);
}
