import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';
import { cohort } from './cohorts';
import { enrolment } from './learning';
import { person, school } from './people';

/** A module, or part of it, done with a group on one screen, in the version that was shown. */
export const togetherSession = sqliteTable(
  'together_session',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    module: words('module').notNull(),
    version: count('version').notNull(),
    contentHash: words('content_hash').notNull(),
    /** Whom it was meant for; null: the whole staff. Who was there is asked afterwards. */
    cohortId: id('cohort_id').references(() => cohort.id),
    heldOn: civilDate('held_on').notNull(),
    ledBy: id('led_by')
      .notNull()
      .references(() => person.id),
    /** Scenario id → the choices that most hands went up for, as positions in the steps. No hand is counted or kept. */
    ways: json<Record<string, number[]>>('ways').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('together_session_school').on(t.schoolId, t.heldOn)],
);

/** A page that was shown: passed with Next or, of a scenario, its debrief or summary reached. */
export const togetherPage = sqliteTable(
  'together_page',
  {
    sessionId: id('session_id')
      .notNull()
      .references(() => togetherSession.id),
    page: words('page').notNull(),
    /** False: the lead says that it is not to count after all. */
    counts: flag('counts').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.page] })],
);

/** Counted: something of it counts. Done before: they had completed it. Reads otherwise: in their version nothing is as it was shown. */
export type TogetherOutcome = 'counted' | 'done before' | 'reads otherwise';

/** Who was there. Taken off again, a row stays, and another one may follow. */
export const togetherAttendance = sqliteTable(
  'together_attendance',
  {
    id: id('id').primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => togetherSession.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    outcome: words('outcome').$type<TogetherOutcome>().notNull(),
    /** The enrolment for which it counts; null when it counts for none. */
    enrolmentId: id('enrolment_id').references(() => enrolment.id),
    /** Id of the `did together` event. */
    entry: id('entry'),
    /** Id of the `started` event, where the enrolment was opened for this. */
    startedEntry: id('started_entry'),
    recordedBy: id('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    takenOffAt: instant('taken_off_at'),
  },
  (t) => [
    uniqueIndex('together_attendance_once')
      .on(t.sessionId, t.personId)
      .where(sql`taken_off_at is null`),
    index('together_attendance_person').on(t.personId),
    index('together_attendance_enrolment').on(t.enrolmentId),
  ],
);

/** What counts of a session for one person: a page of their own version, or the scenario on it. */
export const doneTogether = sqliteTable(
  'done_together',
  {
    attendanceId: id('attendance_id')
      .notNull()
      .references(() => togetherAttendance.id),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    page: words('page').notNull(),
    /** The scenario that ended on it; null of a page to read. */
    scenario: words('scenario'),
  },
  (t) => [
    primaryKey({ columns: [t.attendanceId, t.page] }),
    index('done_together_enrolment').on(t.enrolmentId),
  ],
);
