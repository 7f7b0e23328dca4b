import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, json, words } from '../columns';
import { attempt, enrolment } from './learning';
import { person, school } from './people';

/**
 * A quiz printed for one person, one sheet an enrolment: `number` stands on it and names the go. It may be printed again
 * until it is entered, and entered once.
 */
export const paperQuiz = sqliteTable(
  'paper_quiz',
  {
    /** Six signs, the last of which checks the others: see `app/learning/paper/number.server.ts`. */
    number: words('number').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    /** Null once it was taken back after the person had begun another go. */
    attemptId: id('attempt_id').references(() => attempt.id),
    /** Of the sheets that were printed together. */
    batch: id('batch').notNull(),
    printedBy: id('printed_by').notNull(),
    printedAt: instant('printed_at').notNull(),
    enteredBy: id('entered_by'),
    enteredAt: instant('entered_at'),
    /** The items whose answers came from the paper: those left blank on it, and those answered before, are not among them. */
    entered: json<string[]>('entered'),
    /** When the person put the notice away that says it was entered. */
    seenAt: instant('seen_at'),
  },
  (t) => [
    uniqueIndex('paper_quiz_enrolment').on(t.enrolmentId),
    index('paper_quiz_batch').on(t.schoolId, t.batch),
  ],
);

/**
 * A code for one use that opens one module's quiz on a shared computer, without a password, and nothing else of its
 * person's. Only the SHA-256 of the code is stored, and no page is given it.
 */
export const quizCode = sqliteTable(
  'quiz_code',
  {
    id: id('id').primaryKey(),
    codeHash: words('code_hash').notNull(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    module: words('module').notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('quiz_code_hash').on(t.codeHash),
    index('quiz_code_school').on(t.schoolId, t.module),
    index('quiz_code_person').on(t.personId),
  ],
);
