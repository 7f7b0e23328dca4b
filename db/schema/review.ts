import { sql } from 'drizzle-orm';
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, id, instant, words } from '../columns';
import { person, school } from './people';

export type ReportKind = 'fact' | 'unclear' | 'unfair' | 'not our school' | 'broken' | 'other';
export type Verdict = 'fit' | 'with remarks';

/**
 * "Something wrong here?", as sent from a page of a module. Whoever stays unnamed is nowhere in the row: a date and no
 * time, an id that tells no time, and no person.
 */
export const contentReport = sqliteTable(
  'content_report',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    module: words('module').notNull(),
    /** Page id; empty for the module's first page. */
    page: words('page').notNull(),
    contentHash: words('content_hash').notNull(),
    version: count('version').notNull(),
    kind: words('kind').$type<ReportKind>().notNull(),
    /** Encrypted; null when nothing was typed. */
    words: words('words'),
    /** Only of someone who asked to be named. */
    personId: id('person_id').references(() => person.id),
    sentOn: civilDate('sent_on').notNull(),
    /** The lead's words to staff, shown on that page; null when closed without. */
    answer: words('answer'),
    closedOn: civilDate('closed_on'),
  },
  (t) => [index('content_report_page').on(t.schoolId, t.module, t.page)],
);

/** Someone read a version whole and says so in their own name. It holds for that very version. */
export const signOff = sqliteTable(
  'sign_off',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    module: words('module').notNull(),
    contentHash: words('content_hash').notNull(),
    version: count('version').notNull(),
    /** Who they are: "educational psychologist". */
    role: words('role').notNull(),
    /** As they want it shown; empty for the role alone. */
    name: words('name').notNull(),
    readOn: civilDate('read_on').notNull(),
    /** What they read it for. */
    readFor: words('read_for').notNull(),
    verdict: words('verdict').$type<Verdict>().notNull(),
    /** Empty unless found fit with remarks. */
    remarks: words('remarks').notNull(),
    /** Whoever recorded it; the reader themselves when `recordedFor` is null. */
    recordedBy: id('recorded_by')
      .notNull()
      .references(() => person.id),
    /** How the reader gave their word, when somebody else recorded it. */
    recordedFor: words('recorded_for').$type<'on paper' | 'in writing' | 'in person'>(),
    recordedAt: instant('recorded_at').notNull(),
    /** Taken back: kept, and shown to learners no more. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('sign_off_version').on(t.schoolId, t.contentHash)],
);

/**
 * A school's own module that a lead opened to all of its staff. What came with Attune is open without. A row stays when
 * the module is closed again.
 */
export const openedModule = sqliteTable(
  'opened_module',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    module: words('module').notNull(),
    openedBy: id('opened_by')
      .notNull()
      .references(() => person.id),
    openedAt: instant('opened_at').notNull(),
    closedBy: id('closed_by').references(() => person.id),
    closedAt: instant('closed_at'),
  },
  (t) => [uniqueIndex('opened_module_now').on(t.schoolId, t.module).where(sql`closed_at is null`)],
);
