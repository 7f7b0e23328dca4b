import { and, asc, eq, sql } from 'drizzle-orm';
import { v4 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { leave, schoolDates } from '~db/schema';
import type { Calendar } from './calendar';
import type { Dated } from './term-dates-form';
import { calendarOf } from './year-in-words';

/** On every learner's first page, so prepared once for each database. */
const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

function prepare(db: Db) {
  const { kind, name, startsOn, endsOn } = schoolDates;
  return {
    dates: db
      .select({ kind, name, startsOn, endsOn })
      .from(schoolDates)
      .where(eq(schoolDates.schoolId, sql.placeholder('schoolId')))
      .orderBy(asc(startsOn), asc(endsOn), asc(schoolDates.id))
      .prepare(),
    leave: db
      .select({ startsOn: leave.startsOn, endsOn: leave.endsOn })
      .from(leave)
      .where(
        and(
          eq(leave.schoolId, sql.placeholder('schoolId')),
          eq(leave.personId, sql.placeholder('personId')),
        ),
      )
      .prepare(),
  };
}

function queries(db: Db) {
  const made = prepared.get(db) ?? prepare(db);
  prepared.set(db, made);
  return made;
}

/** The school's dates in order, as the lead entered them. */
export function schoolDatesOf(db: Db, schoolId: string): Dated[] {
  return queries(db).dates.all({ schoolId });
}

/** The school's calendar with one person's leave in it, in two queries. */
export function calendarFor(
  db: Db,
  { schoolId, personId }: { schoolId: string; personId: string },
): Calendar {
  const dates = schoolDatesOf(db, schoolId);
  return { ...calendarOf(dates), leave: queries(db).leave.all({ schoolId, personId }) };
}

/** Puts these dates in place of those that were there. They are read already: see term-dates-form.ts. */
export function saveSchoolDates({ db }: Pick<Attune, 'db'>, actor: Actor, dates: Dated[]): void {
  const { schoolId } = actor;
  inTransaction(db, (tx) => {
    tx.delete(schoolDates).where(eq(schoolDates.schoolId, schoolId)).run();
    if (dates.length === 0) return;
    tx.insert(schoolDates)
      .values(dates.map((d) => ({ id: uuid(), schoolId, ...d })))
      .run();
  });
}
